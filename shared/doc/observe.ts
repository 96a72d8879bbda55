import type * as Y from 'yjs'
import { KIND_NAMES, type KindName } from '../model/kindNames.ts'
import { changesOf, documentRoot, partChange, rootOf, VALUE_KINDS } from './roots.ts'

/** Ids of the records that one transaction touched, by kind. */
export type Touched = ReadonlyMap<KindName, ReadonlySet<string>>

/**
 * Calls back once after each transaction that touched a record, with what it touched and its origin.
 * Returns what stops it.
 */
export function observe(doc: Y.Doc, callback: (touched: Touched, origin: unknown) => void): () => void {
  const touched = new Map<KindName, Set<string>>()
  let document = false
  const touch = (kind: KindName, id: string) => {
    const ids = touched.get(kind) ?? new Set()
    touched.set(kind, ids.add(id))
  }

  const stops: (() => void)[] = []
  for (const kind of KIND_NAMES) {
    const root = rootOf(doc, kind)
    const seen = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const event of events) {
        if (event.target !== root) touch(kind, String(event.path[0]))
        else for (const id of (event as unknown as Y.YMapEvent<unknown>).keysChanged) touch(kind, String(id))
      }
    }
    root.observeDeep(seen)
    stops.push(() => root.unobserveDeep(seen))
  }
  for (const kind of VALUE_KINDS) {
    const root = changesOf(doc, kind)
    const seen = (event: Y.YMapEvent<unknown>) => {
      for (const key of event.keysChanged) {
        const change = partChange(String(key))
        if (change) touch(kind, change.id)
      }
    }
    root.observe(seen)
    stops.push(() => root.unobserve(seen))
  }
  const seenDocument = () => {
    document = true
  }
  documentRoot(doc).observe(seenDocument)
  stops.push(() => documentRoot(doc).unobserve(seenDocument))

  const flush = (transaction: Y.Transaction) => {
    if (touched.size === 0 && !document) return
    const all = new Map(touched)
    touched.clear()
    document = false
    callback(all, transaction.origin)
  }
  doc.on('afterTransaction', flush)
  return () => {
    doc.off('afterTransaction', flush)
    for (const stop of stops) stop()
  }
}
