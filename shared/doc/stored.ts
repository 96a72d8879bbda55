import * as Y from 'yjs'
import type { Field } from '../model/field.ts'
import { UNKNOWN } from '../model/kind.ts'
import type { KindName } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'
import { isOrderKey, keysBetween, type Ordered } from '../model/order.ts'
import { isPlainObject, sameJson } from '../util/json.ts'
import { changesOf, ORDER, PLACE, rootOf } from './roots.ts'
import { typeText } from './typeText.ts'

/** What one record holds in memory, whatever its kind. */
type AnyRecord = { id: string } & Record<string, unknown>

function fieldOf(kind: KindName, name: string): Field<unknown> | undefined {
  return (KINDS[kind].fields as Record<string, Field<unknown>>)[name]
}

/** The place of a record as the one value that is stored. */
function placeOf(kind: KindName, fields: Record<string, unknown>): unknown[] {
  return KINDS[kind].place.map(name => fields[name] ?? null)
}

/** The order keys of all stored records of a kind, deleted ones too; `''` where there is no proper key. */
export function storedOrders(doc: Y.Doc, kind: KindName): Ordered[] {
  const changes = KINDS[kind].storage === 'value' ? changesOf(doc, kind) : null
  const orders: Ordered[] = []
  for (const [id, stored] of rootOf(doc, kind).entries()) {
    const written = stored instanceof Y.Map ? stored.get(ORDER) : isPlainObject(stored) ? stored[ORDER] : undefined
    const order = changes?.get(`${id}/${ORDER}`) ?? written
    orders.push({ id, order: isOrderKey(order) ? order : '' })
  }
  return orders
}

/**
 * Writes one member beside the fields (`order`, `gone`); undefined takes it away.
 * Does nothing when there is no such record: somebody erased it meanwhile.
 */
export function writeMember(doc: Y.Doc, kind: KindName, id: string, member: string, value: unknown): void {
  const stored = rootOf(doc, kind).get(id)
  if (stored instanceof Y.Map) {
    if (value !== undefined) stored.set(member, value)
    else if (stored.has(member)) stored.delete(member)
  } else if (stored !== undefined) {
    const changes = changesOf(doc, kind)
    const key = `${id}/${member}`
    if (value !== undefined) changes.set(key, value)
    else if (changes.has(key)) changes.delete(key)
  }
}

/** Writes a whole new record with its key in the order of its kind. */
export function writeRecord(doc: Y.Doc, kind: KindName, record: AnyRecord, order: string): void {
  const { place, fieldNames, storage } = KINDS[kind]
  const plain: Record<string, unknown> = {}
  const typed: [string, Y.Text][] = []
  const lists: [string, unknown[]][] = []
  for (const name of fieldNames) {
    const field = fieldOf(kind, name)
    const value = record[name]
    if (!field || value === undefined || place.includes(name)) continue
    if (storage === 'fields' && field.typed) typed.push([name, new Y.Text(String(value))])
    else if (storage === 'fields' && field.entries) lists.push([name, value as unknown[]])
    else if (!sameJson(value, field.fallback)) plain[name] = value
  }
  if (record[UNKNOWN] !== undefined) plain[UNKNOWN] = record[UNKNOWN]
  plain[ORDER] = order

  if (storage === 'value') {
    rootOf(doc, kind).set(record.id, plain)
    return
  }
  const stored = new Y.Map<unknown>(Object.entries(plain))
  for (const [name, text] of typed) stored.set(name, text)
  if (place.length > 0) stored.set(PLACE, placeOf(kind, record))
  for (const [name, items] of lists) {
    const keys = keysBetween(null, null, items.length) ?? []
    items.forEach((item, index) => {
      stored.set(`${name}/${keys[index]}`, item)
    })
  }
  rootOf(doc, kind).set(record.id, stored)
}

/** Makes a stored list the given one, touching only the entries that differ. */
function writeList(stored: Y.Map<unknown>, name: string, items: readonly unknown[]): void {
  const prefix = `${name}/`
  const entries = [...stored.entries()]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => ({ key: key.slice(prefix.length), value }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  let start = 0
  while (start < entries.length && start < items.length && sameJson(entries[start]?.value, items[start])) start++
  let end = 0
  const room = Math.min(entries.length, items.length) - start
  while (end < room && sameJson(entries[entries.length - 1 - end]?.value, items[items.length - 1 - end])) end++

  for (const entry of entries.slice(start, entries.length - end)) stored.delete(prefix + entry.key)
  const added = items.slice(start, items.length - end)
  const after = entries[start - 1]?.key ?? null
  const before = entries[entries.length - end]?.key ?? null
  const keys = keysBetween(after, before, added.length)
  if (keys) {
    added.forEach((item, index) => {
      stored.set(prefix + keys[index], item)
    })
    return
  }
  for (const key of [...stored.keys()]) if (key.startsWith(prefix)) stored.delete(key)
  const fresh = keysBetween(null, null, items.length) ?? []
  items.forEach((item, index) => {
    stored.set(prefix + fresh[index], item)
  })
}

/**
 * Sets fields of a stored record, each only when it differs. Place fields go into the one place value.
 * Does nothing when there is no such record.
 */
export function writeFields(doc: Y.Doc, kind: KindName, id: string, fields: Record<string, unknown>): void {
  const { place } = KINDS[kind]
  const stored = rootOf(doc, kind).get(id)
  if (stored === undefined) return
  for (const [name, value] of Object.entries(fields)) {
    const field = fieldOf(kind, name)
    if (!field || value === undefined || place.includes(name)) continue
    if (!(stored instanceof Y.Map)) {
      changesOf(doc, kind).set(`${id}/${name}`, value)
    } else if (field.typed) {
      const text = stored.get(name)
      if (text instanceof Y.Text) typeText(text, text.toString(), String(value))
      else stored.set(name, new Y.Text(String(value)))
    } else if (field.entries) {
      writeList(stored, name, value as unknown[])
    } else if (!sameJson(stored.get(name) ?? field.fallback, value)) {
      stored.set(name, value)
    }
  }
  const moved = place.filter(name => fields[name] !== undefined)
  if (moved.length > 0 && stored instanceof Y.Map) {
    const now: unknown = stored.get(PLACE)
    const at = place.map(
      (name, index) => (name in fields ? fields[name] : Array.isArray(now) ? now[index] : null) ?? null,
    )
    if (!sameJson(now, at)) stored.set(PLACE, at)
  }
}

/** Types into a shared text of a record: see `typeText`. */
export function writeTyping(doc: Y.Doc, kind: KindName, id: string, name: string, from: string, to: string): void {
  const stored = rootOf(doc, kind).get(id)
  if (!(stored instanceof Y.Map) || !fieldOf(kind, name)?.typed) return
  const text = stored.get(name)
  if (text instanceof Y.Text) typeText(text, from, to)
  else stored.set(name, new Y.Text(to))
}
