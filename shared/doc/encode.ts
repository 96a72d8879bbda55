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
