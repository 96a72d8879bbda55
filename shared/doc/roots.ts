import * as Y from 'yjs'
import { KIND_NAMES, type KindName } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'

/** Keys inside a record's shared map that are no fields. */
export const ORDER = 'order'
export const GONE = 'gone'
export const PLACE = 'at'

/** Unknown members of the whole document lie under `~` in this root. */
const DOCUMENT_ROOT = 'document'

/** All records of one kind, by id. */
export function rootOf(doc: Y.Doc, kind: KindName): Y.Map<unknown> {
  return doc.getMap(kind)
}

/**
 * For kinds that are stored as plain values: what changed since a record was written, under `id/field`.
 * Ids may hold a slash, field names never do, so the last slash parts them.
 */
export function changesOf(doc: Y.Doc, kind: KindName): Y.Map<unknown> {
  return doc.getMap(`${kind}.changes`)
}

/** What belongs to the document as a whole. */
export function documentRoot(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(DOCUMENT_ROOT)
}

/** The kinds that have a root of changes. */
export const VALUE_KINDS: readonly KindName[] = KIND_NAMES.filter(kind => KINDS[kind].storage === 'value')

/** Every root of a map's document. Asking for all of them once fixes their types before foreign bytes arrive. */
export function allRoots(doc: Y.Doc): Y.Map<unknown>[] {
  return [
    documentRoot(doc),
    ...KIND_NAMES.map(kind => rootOf(doc, kind)),
    ...VALUE_KINDS.map(kind => changesOf(doc, kind)),
  ]
}

/** A new, empty document with all its roots. */
export function newDoc(): Y.Doc {
  const doc = new Y.Doc()
  allRoots(doc)
  return doc
}

/** Parts `id/field`; null for keys without a slash. */
export function partChange(key: string): { id: string; field: string } | null {
  const slash = key.lastIndexOf('/')
  return slash < 0 ? null : { id: key.slice(0, slash), field: key.slice(slash + 1) }
}
