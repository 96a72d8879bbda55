import { builtInLook, lookOf, type NumberLook } from './numbers.ts'
import { walkXml } from './xml.ts'

/** A sheet of a workbook: its name, and the relation under which its file is found. */
export type SheetEntry = { name: string; relation: string; isHidden: boolean }

/** The sheets in the order of their tabs, and which calendar the workbook counts by. */
export function readWorkbookPart(xml: string): { sheets: SheetEntry[]; from1904: boolean } {
  const sheets: SheetEntry[] = []
  let from1904 = false
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const isHidden = (attribute('state') ?? 'visible') !== 'visible'
      sheets.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '', isHidden })
    },
    close() {},
    text() {},
  })
  return { sheets, from1904 }
}

/** Where each relation leads, as a path inside of the archive. `folder` is that of the part the relations belong to. */
export function readRelations(xml: string, folder: string): Map<string, { path: string; type: string }> {
  const relations = new Map<string, { path: string; type: string }>()
  walkXml(xml, {
    open(name, attribute) {
      if (name !== 'Relationship') return
      const target = attribute('Target') ?? ''
      const type = (attribute('Type') ?? '').split('/').at(-1) ?? ''
      relations.set(attribute('Id') ?? '', { type, path: pathFrom(folder, target) })
    },
    close() {},
    text() {},
  })
  return relations
}

function pathFrom(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter(part => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** How the number of a cell with each style is shown. */
export function readStyles(xml: string): NumberLook[] {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  let isInCells = false
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name !== 'xf' || !isInCells) return
      const id = Number(attribute('numFmtId') ?? 0)
      const code = codes.get(id)
      looks.push(code === undefined ? builtInLook(id) : lookOf(code))
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false
    },
    text() {},
  })
  return looks
}

/** The texts that cells share. Pronunciation, which East Asian workbooks hold beside the words, is left out. */
export function readSharedTexts(xml: string): string[] {
  const texts: string[] = []
  let now = ''
  let isText = false
  let aside = 0
  walkXml(xml, {
    open(name) {
      if (name === 'si') now = ''
      if (name === 'rPh') aside++
      isText = name === 't'
    },
    close(name) {
      if (name === 'si') texts.push(unescaped(now))
      if (name === 'rPh') aside--
      isText = false
    },
    text(text) {
      if (isText && aside === 0) now += text
    },
  })
  return texts
}

/** Excel writes characters that XML can't hold as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}
