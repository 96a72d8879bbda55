import type { Change } from '#shared/doc/change.ts'
import { readJson } from '#shared/formats/json/read.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { Original } from '../storage/records.ts'
import { addedBy, countOf } from './added.ts'
import { planMap } from './planMap.ts'
import type { Refused } from './prepareMap.ts'

export type ImportReport = {
  /** Quotes that come in, or records where a whole map is added. */
  added: number
  /** Records that come in, by kind. */
  counts: ReturnType<typeof countOf>
  duplicates: number
  /** Quotes that come in although somebody else said the same words. */
  flagged: number
  skipped: { row: number; reason: string }[]
  /** Pieces that were removed from words and rows. */
  redacted: number
  /** Which columns were found and what they were taken for. */
  columns: unknown
}

export type ImportPlan = { ok: true; changes: Change[]; originals: Original[]; report: ImportReport } | Refused

export type ImportRequest = {
  format: 'json'
  /** Content type as it was sent. */
  type: string
  body: Uint8Array<ArrayBuffer>
  existing: MapDocument
  customerKey: (identity: string) => string
}

/** What importing a file into a map comes to; nothing is written. */
export async function planImport(request: ImportRequest): Promise<ImportPlan> {
  switch (request.format) {
    case 'json':
      return planJson(request)
  }
}

function planJson({ body, existing }: ImportRequest): ImportPlan {
  const read = readJson(new TextDecoder().decode(body))
  if (!read.ok) {
    const { code, message } = read.refusal
    return { ok: false, status: code === 'too_many_records' ? 413 : 400, code, message }
  }
  const { changes, originals, redacted } = planMap(existing, read.map, read.originals)
  const counts = countOf(addedBy(changes))
  const report = { added: changes.length, counts, duplicates: 0, flagged: 0, skipped: [], redacted, columns: [] }
  return { ok: true, changes, originals, report }
}
