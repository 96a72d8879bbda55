import { add, type Change, set } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import type { Doc } from '#shared/doc/encode.ts'
import { readEntries, readEntry } from '#shared/doc/read.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS, type Note, type Quote } from '#shared/model/kinds.ts'
import { randomText } from '#shared/util/random.ts'
import { redactQuotes } from '../imports/redactQuotes.ts'
import type { Contribution, Original } from '../storage/records.ts'
import type { OpenMap } from '../sync/Rooms.ts'
import { badPlace, type Complaint, noRoom, unknownRecord } from './complaints.ts'
import type { NoteChange, NoteWish, QuoteChange, QuoteWish, VoteChange, VoteWish } from './wishes.ts'

/** Who contributes (a person's id, or a link's), what others call them, and when (epoch milliseconds). */
export type Contributor = { author: string; name: string; now: number }

export type Contributed = { ok: true; contribution: Contribution } | ({ ok: false } & Complaint)

/** The list of the map in which each kind of contribution lies. */
const LISTS = { note: 'notes', quote: 'quotes', vote: 'votes' } as const

/** Map units between notes that nobody has given a place. */
const NOTE_STEP = 160
/** Map units: left of everything that the map's lanes and stages cover. */
const BESIDE = -480

/** Writes a note in somebody's name, as one log entry. */
export async function contributeNote(room: OpenMap, wish: NoteWish, by: Contributor): Promise<Contributed> {
  const { doc } = room
  const { text, stage = null, lane = null, x, y } = wish
  const complaint = badPlace(doc, { stage, lane }) ?? noRoom(doc, 'notes')
  if (complaint) return { ok: false, ...complaint }
  const isLoose = stage === null && x === undefined && y === undefined
  const at = isLoose ? freeSpot(doc) : { x: x ?? 0, y: y ?? 0 }
  const note = KINDS.notes.make({ id: newId(), text, stage, lane, ...at, author: by.name })
  return write(room, 'note', note.id, by, () => [add('notes', note)])
}

/** Writes a quote in somebody's name, as one log entry. What must not be seen is kept apart from the map. */
export async function contributeQuote(room: OpenMap, wish: QuoteWish, by: Contributor): Promise<Contributed> {
  const { doc } = room
  const { kind: _, quoteKind, customer = null, ...rest } = wish
  const isNew = customer === 'new'
  const complaint =
    unknownRecord(doc, 'touchpoints', rest.touchpoint) ??
    (isNew ? noRoom(doc, 'customers') : unknownRecord(doc, 'customers', customer)) ??
    noRoom(doc, 'quotes')
  if (complaint) return { ok: false, ...complaint }
  const speaker = isNew ? newId() : customer
  const said = KINDS.quotes.make({ id: newId(), ...given({ ...rest, kind: quoteKind }), customer: speaker })
  const { quotes, originals } = redactQuotes([said])
  const changes = (now: Doc): Change[] => [
    ...(isNew && speaker ? [add('customers', KINDS.customers.make({ id: speaker, alias: nextAlias(now) }))] : []),
    ...quotes.map(quote => add('quotes', quote)),
  ]
  return write(room, 'quote', said.id, by, changes, originals)
}

/** Writes somebody's vote for an opportunity, as one log entry. Each has one vote for each. */
export async function contributeVote(room: OpenMap, { opportunity }: VoteWish, by: Contributor): Promise<Contributed> {
  const complaint = badVote(room.doc, opportunity, by) ?? noRoom(room.doc, 'votes')
  if (complaint) return { ok: false, ...complaint }
  const vote = KINDS.votes.make({ id: newId(), opportunity, by: by.author })
  return write(room, 'vote', vote.id, by, () => [add('votes', vote)])
}

/** Gives a vote of its author to another opportunity. The answer is why not, or null. */
export async function changeVote(
  room: OpenMap,
  { record }: Contribution,
  { opportunity }: VoteChange,
  by: Contributor,
): Promise<Complaint | null> {
  const vote = readEntry(room.doc, 'votes', record)?.record
  if (!vote) return GONE
  const complaint = vote.opportunity === opportunity ? null : badVote(room.doc, opportunity, by)
  if (complaint) return complaint
  const changes = [set('votes', record, { opportunity })]
  await room.commit(by.author, doc => edit(doc, changes, { person: by.author, now: by.now }))
  return null
}

/** Whoever sends the same vote twice at the same moment has two, which count as the one of one person. */
function badVote(doc: Doc, opportunity: string, { author }: Contributor): Complaint | null {
  const unknown = unknownRecord(doc, 'opportunities', opportunity)
  if (unknown) return unknown
  const isCast = readEntries(doc, 'votes').some(
    ({ record }) => record.by === author && record.opportunity === opportunity,
  )
  return isCast ? { status: 409, code: 'already_voted', message: 'You have voted for this already.' } : null
}

/** Changes a note of its author. The answer is why not, or null. */
export async function changeNote(
  room: OpenMap,
  { record }: Contribution,
  change: NoteChange,
  by: Contributor,
): Promise<Complaint | null> {
  const note = readEntry(room.doc, 'notes', record)?.record
  if (!note) return GONE
  const fields: Partial<Note> = given(change)
  // Where it lies now may have been deleted under it; that is no reason against other words.
  const isMoved = change.stage !== undefined || change.lane !== undefined
  const complaint = isMoved ? badPlace(room.doc, { ...note, ...fields }) : null
  if (complaint) return complaint
  await room.commit(by.author, doc => edit(doc, [set('notes', record, fields)], { person: by.author, now: by.now }))
  return null
}

/** Changes what is known about a quote of its author; its words never change. The answer is why not, or null. */
export async function changeQuote(
  room: OpenMap,
  { record }: Contribution,
  { quoteKind, ...rest }: QuoteChange,
  by: Contributor,
): Promise<Complaint | null> {
  if (!readEntry(room.doc, 'quotes', record)) return GONE
  const complaint = unknownRecord(room.doc, 'touchpoints', rest.touchpoint)
  if (complaint) return complaint
  const fields: Partial<Quote> = given({ ...rest, kind: quoteKind })
  await room.commit(by.author, doc => edit(doc, [set('quotes', record, fields)], { person: by.author, now: by.now }))
  return null
}

/** Marks what was contributed as gone. The answer is why not, or null. */
export async function takeBackContribution(
  room: OpenMap,
  { kind, record }: Contribution,
  by: Contributor,
): Promise<Complaint | null> {
  const list = LISTS[kind]
  if (!readEntry(room.doc, list, record)) return GONE
  const changes: Change[] = [{ do: 'remove', kind: list, id: record }]
  await room.commit(by.author, doc => edit(doc, changes, { person: by.author, now: by.now }))
  return null
}

/** Whether what was contributed still stands on the map. */
export function stands({ doc }: OpenMap, { kind, record }: Contribution): boolean {
  return readEntry(doc, LISTS[kind], record) !== null
}

const GONE: Complaint = { status: 404, code: 'gone', message: 'This is not on the map any more: it was deleted.' }

async function write(
  room: OpenMap,
  kind: Contribution['kind'],
  record: string,
  { author, now }: Contributor,
  changes: (doc: Doc) => Change[],
  originals: readonly Original[] = [],
): Promise<Contributed> {
  const contribution: Contribution = { id: `c${randomText(16)}`, author, at: now, kind, record }
  await room.commit(author, doc => edit(doc, changes(doc), { person: author, now }), { contribution, originals })
  return { ok: true, contribution }
}

/** The members that were given; a missing one is not the same as one that is undefined. */
function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const some = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(some) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

/** The next generated name: one more than the highest number in use. */
function nextAlias(doc: Doc): string {
  const numbers = readEntries(doc, 'customers').map(({ record }) => /^Customer (\d{1,9})$/.exec(record.alias)?.[1])
  return `Customer ${numbers.reduce((highest, number) => Math.max(highest, Number(number ?? 0)), 0) + 1}`
}

/** Where a note without any place lies: below the others that lie beside the map. */
function freeSpot(doc: Doc): { x: number; y: number } {
  const beside = readEntries(doc, 'notes').filter(({ record }) => record.lane === null && record.x === BESIDE)
  const below = beside.map(({ record }) => record.y + NOTE_STEP)
  return { x: BESIDE, y: below.reduce((lowest, y) => Math.max(lowest, y), 0) }
}
