import type { Doc } from '#shared/doc/encode.ts'
import { readEntry } from '#shared/doc/read.ts'
import { rootOf } from '#shared/doc/roots.ts'
import type { ListName } from '#shared/model/kindNames.ts'
import type { Note } from '#shared/model/kinds.ts'
import { MAX_QUOTES, MAX_RECORDS } from '#shared/model/limits.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'

/** Why something can't be written into this map, to be answered as it stands. */
export type Complaint = { status: 400 | 404 | 409 | 413; code: string; message: string }

const NAMES = {
  stages: 'stage',
  lanes: 'lane',
  touchpoints: 'touchpoint',
  customers: 'customer',
  opportunities: 'opportunity',
} as const

/** Null when the map has this record, or none is named. */
export function unknownRecord(doc: Doc, kind: keyof typeof NAMES, id: string | null | undefined): Complaint | null {
  if (id === null || id === undefined || readEntry(doc, kind, id)) return null
  return { status: 400, code: 'unknown_record', message: `This map has no such ${NAMES[kind]} any more.` }
}

/** A note lies in a cell, that is a stage and a lane that holds notes, or anywhere beside the cells. */
export function badPlace(doc: Doc, { stage, lane }: Pick<Note, 'stage' | 'lane'>): Complaint | null {
  const unknown = unknownRecord(doc, 'stages', stage) ?? unknownRecord(doc, 'lanes', lane)
  if (unknown) return unknown
  const bad = (message: string): Complaint => ({ status: 400, code: 'bad_place', message })
  if ((stage === null) !== (lane === null)) return bad('A note in a cell needs both its stage and its lane.')
  const kind = lane === null ? null : readEntry(doc, 'lanes', lane)?.record.kind
  return kind && laneHolds(kind) !== 'notes' ? bad('This lane does not hold notes.') : null
}

/** Deleted records count too, for undo brings them back. */
export function noRoom(doc: Doc, kind: ListName): Complaint | null {
  const limit = kind === 'quotes' ? MAX_QUOTES : MAX_RECORDS
  if (rootOf(doc, kind).size < limit) return null
  const message = `This map is full: one map holds at most ${limit.toLocaleString('en')} ${kind}.`
  return { status: 413, code: 'map_too_large', message }
}
