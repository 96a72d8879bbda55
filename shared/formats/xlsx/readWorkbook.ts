import { MAX_BODY } from '../../model/limits.ts'
import { type Table, tableFrom } from '../csv/table.ts'
import { readRelations, readSharedTexts, readStyles, readWorkbookPart } from './parts.ts'
import { readSheet } from './sheet.ts'
import { BadZip, readZip, unpack, type Zip } from './zip.ts'

/** A sheet of a workbook as a table, and the names of all sheets that can be chosen. */
export type WorkbookResult =
  | { ok: true; table: Table; sheets: string[]; sheet: string }
  | { ok: false; message: string; sheets?: string[] }

/** Bytes that the parts of one workbook may come to, unpacked: twice what a table may have as text, for the XML. */
const MAX_UNPACKED = 2 * MAX_BODY

const NO_WORKBOOK = 'This is a ZIP file, but no workbook. Save the sheet as XLSX or CSV and import that.'
const OPEN_DOCUMENT = 'This is an OpenDocument file. Save the sheet as XLSX or CSV and import that.'
const BINARY = 'This is a binary workbook. Save it as an ordinary Excel workbook (XLSX) or as CSV and import that.'
const TOO_LARGE = 'This workbook is too large to be read: unpacked it has more than 128 MB. Import a part of it.'
const DAMAGED = 'This workbook is damaged. Open it, save it again and import that.'

/** Whether a file begins as ZIP archives do, which workbooks are. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/**
 * Reads one sheet of an Excel workbook (XLSX, XLSM; ECMA-376) as a table: that of the name, or else the first that holds
 * rows. Formulas come as their last results, errors as empty cells. Colours, comments, pictures and hidden sheets are left
 * out. Refuses what is no workbook, and what unpacks to more than `most` bytes, with a sentence.
 */
export async function readWorkbook(bytes: Uint8Array, wanted = '', most = MAX_UNPACKED): Promise<WorkbookResult> {
  const zip = readZip(bytes)
  if (!zip) return { ok: false, message: DAMAGED }
  try {
    return await readFrom(zip, wanted, most)
  } catch (error) {
    if (error instanceof BadZip) return { ok: false, message: error.message === 'too large' ? TOO_LARGE : DAMAGED }
    throw error
  }
}

async function readFrom(zip: Zip, wanted: string, most: number): Promise<WorkbookResult> {
  let left = most
  const part = async (path: string): Promise<string | null> => {
    const entry = zip.entries.get(path)
    if (!entry) return null
    const bytes = await unpack(zip, entry, left)
    left -= bytes.length
    return new TextDecoder().decode(bytes)
  }

  const roots = readRelations((await part('_rels/.rels')) ?? '', '')
  const main = [...roots.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  if (main.endsWith('.bin')) return { ok: false, message: BINARY }
  const workbook = await part(main)
  if (workbook === null || !main.startsWith('xl/')) {
    return { ok: false, message: zip.entries.has('META-INF/manifest.xml') ? OPEN_DOCUMENT : NO_WORKBOOK }
  }
  const folder = main.split('/').slice(0, -1).join('/')
  const file = main.split('/').at(-1)
  const relations = readRelations((await part(`${folder}/_rels/${file}.rels`)) ?? '', folder)
  const { sheets: all, from1904 } = readWorkbookPart(workbook)
  const readable = all.filter(({ relation }) => relations.get(relation)?.type === 'worksheet')
  const visible = readable.filter(({ isHidden }) => !isHidden)
  const sheets = visible.length > 0 ? visible : readable
  const names = sheets.map(({ name }) => name)
  if (sheets.length === 0) return { ok: false, message: 'This workbook has no sheet with a table.' }

  const pathOf = (wantedType: string) => [...relations.values()].find(({ type }) => type === wantedType)?.path ?? ''
  const looks = readStyles((await part(pathOf('styles'))) ?? '')
  const texts = readSharedTexts((await part(pathOf('sharedStrings'))) ?? '')
  const chosen = sheets.filter(({ name }) => name === wanted)
  // The first tab is often a title page, so one with more than a few rows goes before it.
  let empty: string | null = null
  for (const { name, relation } of chosen.length > 0 ? chosen : sheets) {
    const xml = (await part(relations.get(relation)?.path ?? '')) ?? ''
    const lines = readSheet(xml, { texts, looks, from1904 }, most)
    if (lines === null) return { ok: false, message: TOO_LARGE, sheets: names }
    const read = tableFrom(lines)
    if (read.ok) return { ok: true, table: read.table, sheets: names, sheet: name }
    empty ??= read.message
  }
  return { ok: false, message: emptied(empty), sheets: names }
}

function emptied(message: string | null): string {
  return (message ?? DAMAGED).replace('This file is empty.', 'This sheet is empty.')
}
