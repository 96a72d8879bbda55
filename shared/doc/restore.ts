import type * as Y from 'yjs'
import { UNKNOWN } from '../model/kind.ts'
import { KIND_NAMES, type KindName } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'
import { MAP_RECORD } from '../model/records/map.ts'
import { sameJson } from '../util/json.ts'
import { type Entry, readEntries, readEntry, readKept, readUnknown } from './read.ts'
import { changesOf, documentRoot, GONE, ORDER } from './roots.ts'
import { writeFields, writeMember, writeRecord } from './stored.ts'

/** How many records of each kind. */
export type KindCounts = Partial<Record<KindName, number>>

/** What a restore did. `back` was deleted and is there again, `gone` came later, `changed` says again what it said. */
export type Restored = { back: KindCounts; changed: KindCounts; gone: KindCounts }

/** Who restores, when (epoch milliseconds), and whether only what is deleted now comes back. */
export type RestoreBy = { person: string; now: number; onlyDeleted: boolean }

type AnyRecord = { id: string } & Record<string, unknown>

/**
 * Makes a map what it was in `then`, as one transaction that writes nothing that is the same: afterwards both read
 * alike. With `onlyDeleted` the records that were there then and are deleted now come back as they were deleted, and
 * nothing else changes.
 *
 * What a restore does not undo: who withdrew their words since then has withdrawn them, and no quote of theirs comes back;
 * and who may see originals stays as it is.
 */
export function restoreVersion(doc: Y.Doc, then: Y.Doc, by: RestoreBy): Restored {
  const restored: Restored = { back: {}, changed: {}, gone: {} }
  const count = (counts: KindCounts, kind: KindName) => {
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  const hasWithdrawn = withdrawnSince(then, doc)
  doc.transact(() => {
    for (const kind of KIND_NAMES) {
      const before = entriesOf(then, kind)
      const now = new Map(entriesOf(doc, kind).map(entry => [entry.id, entry]))
      for (const entry of before) {
        const isThere = now.delete(entry.id)
        if (kind === 'customers' && hasWithdrawn(entry.id)) continue
        if (!isThere) {
          if (kind === 'quotes' && hasWithdrawn((entry.record as AnyRecord).customer)) continue
          bringBack(doc, kind, entry)
        }
        const isChanged = !by.onlyDeleted && writeDifferences(doc, kind, kind === 'map' ? withRules(doc, entry) : entry)
        if (!isThere) count(restored.back, kind)
        else if (isChanged) count(restored.changed, kind)
      }
      if (by.onlyDeleted || kind === 'map') continue
      for (const id of now.keys()) {
        writeMember(doc, kind, id, GONE, [by.person, by.now])
        count(restored.gone, kind)
      }
    }
    if (!by.onlyDeleted) restoreUnknown(doc, then)
  })
  return restored
}

/** Of the one map record no others are read, whatever stands beside it. */
function entriesOf(doc: Y.Doc, kind: KindName): Entry<KindName>[] {
  if (kind !== 'map') return readEntries(doc, kind)
  return [
    readEntry(doc, 'map', MAP_RECORD) ?? { id: MAP_RECORD, order: '', record: KINDS.map.make({ id: MAP_RECORD }) },
  ]
}

/** The map record with what only facilitators may change as it is now. */
function withRules(doc: Y.Doc, entry: Entry<KindName>): Entry<KindName> {
  const now = readEntry(doc, 'map', MAP_RECORD)?.record ?? KINDS.map.make({ id: MAP_RECORD })
  return { ...entry, record: { ...entry.record, originalsFor: now.originalsFor } as typeof entry.record }
}

/** Whether a customer withdrew their words between then and now. */
function withdrawnSince(then: Y.Doc, doc: Y.Doc): (customer: unknown) => boolean {
  const isWithdrawn = (at: Y.Doc, customer: string) =>
    readKept(at, 'customers', customer)?.record.consent === 'withdrawn'
  return customer => typeof customer === 'string' && isWithdrawn(doc, customer) && !isWithdrawn(then, customer)
}

/** Takes the mark of deletion away; what was removed altogether is written anew. */
function bringBack(doc: Y.Doc, kind: KindName, entry: Entry<KindName>): void {
  if (readKept(doc, kind, entry.id)) writeMember(doc, kind, entry.id, GONE, undefined)
  else writeWhole(doc, kind, entry)
}

/** Makes a record that is there say what it said. Answers whether it did not already. */
function writeDifferences(doc: Y.Doc, kind: KindName, then: Entry<KindName>): boolean {
  const now = readEntry(doc, kind, then.id)
  if (now && isSame(now, then)) return false
  if (now) {
    writeFields(doc, kind, then.id, differences(kind, now.record, then.record))
    if (now.order !== then.order) writeMember(doc, kind, then.id, ORDER, then.order)
  }
  // What no edit of ours could have left behind: unknown members that changed, values of another form.
  const after = readEntry(doc, kind, then.id)
  if (!after || !isSame(after, then)) writeWhole(doc, kind, then)
  return true
}

/** The fields that differ. A place is one value, so all of it counts where a part of it does. */
function differences(kind: KindName, now: AnyRecord, then: AnyRecord): Record<string, unknown> {
  const { fieldNames, place } = KINDS[kind]
  const differs = (name: string) => !sameJson(now[name], then[name])
  const isMoved = place.some(differs)
  const names = fieldNames.filter(name => (place.includes(name) ? isMoved : differs(name)))
  return Object.fromEntries(names.map(name => [name, then[name]]))
}

function isSame(a: Entry<KindName>, b: Entry<KindName>): boolean {
  return a.order === b.order && sameJson(a.record, b.record)
}

function writeWhole(doc: Y.Doc, kind: KindName, { id, record, order }: Entry<KindName>): void {
  if (KINDS[kind].storage === 'value') {
    const changes = changesOf(doc, kind)
    for (const member of [...KINDS[kind].fieldNames, ORDER, GONE]) changes.delete(`${id}/${member}`)
  }
  writeRecord(doc, kind, record, order)
}

/** What this version of the program does not know of the whole document. */
function restoreUnknown(doc: Y.Doc, then: Y.Doc): void {
  const wanted = readUnknown(then)
  if (sameJson(readUnknown(doc), wanted)) return
  if (wanted) documentRoot(doc).set(UNKNOWN, wanted)
  else documentRoot(doc).delete(UNKNOWN)
}
