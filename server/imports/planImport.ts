import type { Change } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { type Doc, decodeDoc, updateOf } from '#shared/doc/encode.ts'
import { readKept, readMap } from '#shared/doc/read.ts'
import { readJson } from '#shared/formats/json/read.ts'
import { TABLE_FORMATS } from '#shared/formats/readTableFile.ts'
import type { ListName } from '#shared/model/kindNames.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { takePictures } from '../files/takePictures.ts'
import type { Original, StoredFile } from '../storage/records.ts'
import { addedBy, countOf, writeAdded } from './added.ts'
import { withMerged } from './mergedCustomers.ts'
import { planMap } from './planMap.ts'
import { planTable } from './planTable.ts'
import type { Refused } from './prepareMap.ts'
import { tooMuch } from './tooMuch.ts'

export const IMPORT_FORMATS = [...TABLE_FORMATS, 'json'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** What the person is told about an import. Rows are named by the line of the file on which they begin. */
export type Report = {
  /** Quotes that come in from a table; records that come in from a map. Likewise the duplicates. */
  added: number
  duplicates: number
  duplicateRows: { row: number; reason: string }[]
  /** Quotes that come in although somebody else said the same words. */
  flagged: number
  flaggedRows: number[]
  skipped: { row: number; reason: string }[]
  /** Quotes of which something was removed. */
  redacted: number
  columns: { name: string; role: string | null }[]
  warnings: string[]
}

export type Plan = {
  ok: true
  changes: readonly Change[]
  originals: readonly Original[]
  files?: readonly StoredFile[]
  report: Report
}

/** All plain data, so that it can be planned on another thread. */
export type ImportRequest = {
  format: ImportFormat
  file: Uint8Array
  fileName: string
  choices: unknown
  /** The map as it is now, encoded. */
  doc: Uint8Array
  /** Under which this map tells its customers apart. */
  key: Uint8Array
  person: string
  /** Epoch milliseconds. */
  now: number
}

export type PlannedImport =
  | {
      ok: true
      /** What it does to the document; null when nothing comes in. */
      update: Uint8Array<ArrayBuffer> | null
      originals: readonly Original[]
      files: readonly StoredFile[]
      /** For taking it back: see `Added`. */
      added: string
      report: Report & { counts: ReturnType<typeof countOf> }
    }
  | Refused

/** What importing a file into a map comes to; nothing is written. */
export async function planImport({ doc: encoded, person, now, ...request }: ImportRequest): Promise<PlannedImport> {
  const doc = decodeDoc(encoded)
  const existing = readMap(doc)
  const plan =
    request.format === 'json'
      ? await planDocument(request.file, doc, existing)
      : await planTable({ ...request, format: request.format, existing: withMerged(doc, existing), now })
  if (!plan.ok) return plan
  const { changes, originals, files = [] } = plan
  const over = tooMuch(existing, encoded.length, changes)
  if (over) return { ok: false, status: 413, code: 'map_too_large', message: over }
  const added = addedBy(changes)
  const update = changes.length === 0 ? null : updateOf(doc, () => edit(doc, changes, { person, now }))
  const report = { ...plan.report, counts: countOf(added) }
  return { ok: true, update, originals, files, added: writeAdded(added), report }
}

async function planDocument(file: Uint8Array, doc: Doc, existing: MapDocument): Promise<Plan | Refused> {
  const read = readJson(new TextDecoder().decode(file))
  if (!read.ok) {
    const { code, message } = read.refusal
    return { ok: false, status: code === 'too_many_records' ? 413 : 400, code, message }
  }
  const { map, files, warnings } = await takePictures(read.map, read.files)
  const isGone = (kind: ListName, id: string) => readKept(doc, kind, id)?.isGone ?? false
  const { changes, originals, duplicates, skipped } = planMap(existing, map, read.originals, isGone)
  const none = { duplicateRows: [], flagged: 0, flaggedRows: [], columns: [] }
  const report = { ...none, added: changes.length, duplicates, skipped, redacted: originals.length, warnings }
  return { ok: true, changes, originals, files, report }
}
