import * as Y from 'yjs'
import { newDoc } from './roots.ts'

/** A shared document, for those who pass it on and never look inside. */
export type Doc = Y.Doc

/** Everything that a document holds, as one Yjs update (v1). */
export function encodeDoc(doc: Doc): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Y.encodeStateAsUpdate(doc))
}

/** The document that these updates make. Throws on bytes that are no updates. */
export function decodeDoc(...updates: readonly Uint8Array[]): Doc {
  const doc = newDoc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

/** What a change does to a document, as one update for others that hold the same. */
export function updateOf(doc: Doc, change: () => void): Uint8Array<ArrayBuffer> {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  doc.on('update', keep)
  change()
  doc.off('update', keep)
  return new Uint8Array(Y.mergeUpdates(updates))
}

/** Brings into a document what was done to another that held the same. */
export function applyUpdate(doc: Doc, update: Uint8Array): void {
  Y.applyUpdate(doc, update)
}
