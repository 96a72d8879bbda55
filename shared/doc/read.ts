import * as Y from 'yjs'
import { UNKNOWN } from '../model/kind.ts'
import { type KindName, LIST_NAMES } from '../model/kindNames.ts'
import { KINDS, type RecordOf } from '../model/kinds.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { mend } from '../model/mend.ts'
import { byOrder, isOrderKey } from '../model/order.ts'
import { MAP_RECORD } from '../model/records/map.ts'
import { isPlainObject, type JsonObject, toJson } from '../util/json.ts'
import { changesOf, documentRoot, GONE, ORDER, PLACE, partChange, rootOf } from './roots.ts'

/** A record with its place in the order of its kind. */
export type Entry<K extends KindName> = { id: string; order: string; record: RecordOf<K> }

/** Ids that could not be told from members of an object, or that no reference could hold. */
function isProperId(id: string): boolean {
  return id !== '' && id.length <= 200 && id !== '__proto__'
}

const NO_LISTS: ReadonlyMap<string, { key: string; value: unknown }[]> = new Map()

/** The stored members of a `fields` record, lists gathered from their entries. */
function storedFields(kind: KindName, stored: Y.Map<unknown>): Record<string, unknown> {
  const raw: Record<string, unknown> = {}
  let entries: Map<string, { key: string; value: unknown }[]> | null = null
  stored.forEach((value, key) => {
    const slash = key.indexOf('/')
    if (slash > 0) {
      const field = key.slice(0, slash)
      entries ??= new Map()
      const list = entries.get(field) ?? []
      list.push({ key: key.slice(slash + 1), value })
      entries.set(field, list)
    } else {
      raw[key] = value instanceof Y.Text ? value.toString() : value
    }
  })
  for (const [field, list] of entries ?? NO_LISTS) {
    raw[field] = list.sort((a, b) => (a.key < b.key ? -1 : 1)).map(entry => entry.value)
  }
  const place = raw[PLACE]
  if (Array.isArray(place)) {
    KINDS[kind].place.forEach((field, index) => {
      raw[field] = place[index] ?? undefined
    })
  }
  return raw
}

/** What changed in a record since it was written, by member. */
type Changes = Record<string, unknown>

/** The stored members of a `value` record with its later changes laid over. Of most records nothing ever changes. */
function storedValue(kind: KindName, value: Record<string, unknown>, changes: Changes | undefined) {
  if (!changes && !(GONE in value)) return value
  const raw = { ...value }
  for (const member of changes ? [...KINDS[kind].fieldNames, ORDER] : []) {
    if (changes?.[member] !== undefined) raw[member] = changes[member]
  }
  raw[GONE] = changes?.[GONE]
  return raw
}

/** What changed in one record. */
function changesIn(doc: Y.Doc, kind: KindName, id: string): Changes {
  const changes = changesOf(doc, kind)
  return Object.fromEntries(
    [...KINDS[kind].fieldNames, ORDER, GONE].map(member => [member, changes.get(`${id}/${member}`)]),
  )
}

/** What changed in any record of a kind, by id. One walk over what there is: asking for each field of each record takes
 * longer than everything else that reading does. */
function changesById(doc: Y.Doc, kind: KindName): ReadonlyMap<string, Changes> {
  const byId = new Map<string, Changes>()
  changesOf(doc, kind).forEach((value, key) => {
    const change = partChange(key)
    if (!change) return
    const changes = byId.get(change.id) ?? Object.create(null)
    byId.set(change.id, changes)
    changes[change.field] = value
  })
  return byId
}

/** A record that may be deleted. */
export type KeptEntry<K extends KindName> = Entry<K> & { isGone: boolean }

/** As `readEntry`, and finds what is deleted too. */
export function readKept<K extends KindName>(doc: Y.Doc, kind: K, id: string): KeptEntry<K> | null {
  return keptEntry(kind, id, rootOf(doc, kind).get(id), () => changesIn(doc, kind, id))
}

function keptEntry<K extends KindName>(
  kind: K,
  id: string,
  stored: unknown,
  changesOfIt: (id: string) => Changes | undefined,
): KeptEntry<K> | null {
  if (!isProperId(id)) return null
  let raw: Record<string, unknown>
  if (KINDS[kind].storage === 'fields') {
    if (!(stored instanceof Y.Map)) return null
    raw = storedFields(kind, stored)
  } else {
    if (!isPlainObject(stored)) return null
    raw = storedValue(kind, stored, changesOfIt(id))
  }
  const isGone = raw[GONE] !== undefined && raw[GONE] !== null
  const order = isOrderKey(raw[ORDER]) ? raw[ORDER] : ''
  return { id, order, isGone, record: KINDS[kind].repair(id, raw) as unknown as RecordOf<K> }
}

/**
 * One record, repaired; null when it does not exist or is deleted. Never throws, whatever stands in the document.
 * References are as stored: `mend` looks at them across records.
 */
export function readEntry<K extends KindName>(doc: Y.Doc, kind: K, id: string): Entry<K> | null {
  return present(readKept(doc, kind, id))
}

function present<K extends KindName>(kept: KeptEntry<K> | null): Entry<K> | null {
  if (!kept || kept.isGone) return null
  const { id, order, record } = kept
  return { id, order, record }
}

/** All records of a kind that are not deleted, in the order of the map. */
export function readEntries<K extends KindName>(doc: Y.Doc, kind: K): Entry<K>[] {
  const entries: Entry<K>[] = []
  const changes = KINDS[kind].storage === 'value' ? changesById(doc, kind) : null
  const changesOfIt = (id: string) => changes?.get(id)
  // The iterators of Yjs make several objects for each record.
  rootOf(doc, kind).forEach((stored, id) => {
    const entry = present(keptEntry(kind, id, stored, changesOfIt))
    if (entry) entries.push(entry)
  })
  return entries.sort(byOrder)
}

/** Members of the whole document that this version does not know. */
export function readUnknown(doc: Y.Doc): JsonObject | undefined {
  const unknown = toJson(documentRoot(doc).get(UNKNOWN))
  return isPlainObject(unknown) && Object.keys(unknown).length > 0 ? (unknown as JsonObject) : undefined
}

/**
 * The whole map, repaired and mended: the same on every client and on the server for equal documents.
 * Never throws.
 */
export function readMap(doc: Y.Doc): MapDocument {
  const lists = Object.fromEntries(LIST_NAMES.map(kind => [kind, readEntries(doc, kind).map(entry => entry.record)]))
  const map = readEntry(doc, 'map', MAP_RECORD)?.record ?? KINDS.map.make({ id: MAP_RECORD })
  const unknown = readUnknown(doc)
  return mend({ map, ...lists, ...(unknown ? { [UNKNOWN]: unknown } : {}) } as MapDocument)
}
