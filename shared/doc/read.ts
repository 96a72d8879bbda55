import * as Y from 'yjs'
import { UNKNOWN } from '../model/kind.ts'
import { type KindName, LIST_NAMES } from '../model/kindNames.ts'
import { KINDS, type RecordOf } from '../model/kinds.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { mend } from '../model/mend.ts'
import { byOrder, isOrderKey } from '../model/order.ts'
import { MAP_RECORD } from '../model/records/map.ts'
import { isPlainObject, type JsonObject, toJson } from '../util/json.ts'
import { changesOf, documentRoot, GONE, ORDER, PLACE, rootOf } from './roots.ts'

/** A record with its place in the order of its kind. */
export type Entry<K extends KindName> = { id: string; order: string; record: RecordOf<K> }

/** Ids that could not be told from members of an object, or that no reference could hold. */
function isProperId(id: string): boolean {
  return id !== '' && id.length <= 200 && id !== '__proto__'
}

/** The stored members of a `fields` record, lists gathered from their entries. */
function storedFields(kind: KindName, stored: Y.Map<unknown>): Record<string, unknown> {
  const raw: Record<string, unknown> = {}
  const entries = new Map<string, { key: string; value: unknown }[]>()
  for (const [key, value] of stored.entries()) {
    const slash = key.indexOf('/')
    if (slash > 0) {
      const field = key.slice(0, slash)
      const list = entries.get(field) ?? []
      list.push({ key: key.slice(slash + 1), value })
      entries.set(field, list)
    } else {
      raw[key] = value instanceof Y.Text ? value.toString() : value
    }
  }
  for (const [field, list] of entries) {
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

/** The stored members of a `value` record with its later changes laid over. */
function storedValue(doc: Y.Doc, kind: KindName, id: string, value: Record<string, unknown>): Record<string, unknown> {
  const raw = { ...value }
  const changes = changesOf(doc, kind)
  for (const field of [...KINDS[kind].fieldNames, ORDER]) {
    const changed = changes.get(`${id}/${field}`)
    if (changed !== undefined) raw[field] = changed
  }
  raw[GONE] = changes.get(`${id}/${GONE}`)
  return raw
}

/** A record that may be deleted. */
export type KeptEntry<K extends KindName> = Entry<K> & { isGone: boolean }

/** As `readEntry`, and finds what is deleted too. */
export function readKept<K extends KindName>(doc: Y.Doc, kind: K, id: string): KeptEntry<K> | null {
  if (!isProperId(id)) return null
  const stored = rootOf(doc, kind).get(id)
  let raw: Record<string, unknown>
  if (KINDS[kind].storage === 'fields') {
    if (!(stored instanceof Y.Map)) return null
    raw = storedFields(kind, stored)
  } else {
    if (!isPlainObject(stored)) return null
    raw = storedValue(doc, kind, id, stored)
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
  const kept = readKept(doc, kind, id)
  if (!kept || kept.isGone) return null
  const { order, record } = kept
  return { id, order, record }
}

/** All records of a kind that are not deleted, in the order of the map. */
export function readEntries<K extends KindName>(doc: Y.Doc, kind: K): Entry<K>[] {
  const entries: Entry<K>[] = []
  for (const id of rootOf(doc, kind).keys()) {
    const entry = readEntry(doc, kind, id)
    if (entry) entries.push(entry)
  }
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
