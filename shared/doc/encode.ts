import * as Y from 'yjs'
import { newDoc } from './roots.ts'
import { StateDecoder } from './StateDecoder.ts'

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
    for (const update of updates) applyUpdate(doc, update)
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

/** Bytes from which on reading by `StateDecoder` is worth what it takes to begin with it. */
const LARGE = 16_384

/** Brings into a document what was done to another that held the same. Throws on bytes that are no update. */
export function applyUpdate(doc: Doc, update: Uint8Array, origin?: unknown): void {
  Y.applyUpdateV2(doc, update, origin, update.byteLength < LARGE ? Y.UpdateDecoderV1 : StateDecoder)
}

/** Whether a document holds nothing, and waits for nothing. */
export function isEmpty(doc: Doc): boolean {
  return doc.store.clients.size === 0 && !isWaiting(doc)
}

/** Whether a document waits for something that is not there. */
export function isWaiting({ store }: Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}

/**
 * `applyUpdate` for a document that holds nothing: the update is all that becomes of it. Whoever listens for updates
 * gets it as it came, and not encoded again from what it became, which takes about as long as reading it.
 */
export function applyFirst(doc: Doc, update: Uint8Array, origin?: unknown): void {
  const listeners = doc._observers.get('update')
  const transactions: Y.Transaction[] = []
  const note = (transaction: Y.Transaction) => transactions.push(transaction)
  doc._observers.delete('update')
  doc.on('afterTransactionCleanup', note)
  try {
    applyUpdate(doc, update, origin)
  } finally {
    doc.off('afterTransactionCleanup', note)
    if (listeners) doc._observers.set('update', listeners)
  }
  const [first, ...more] = transactions
  if (first && !isEmpty(doc)) doc.emit('update', [update, first.origin, doc, first])
  // Yjs tidies up formatted text by itself, which is news.
  const last = more.at(-1)
  if (!last) return
  const news = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(update))
  doc.emit('update', [news, last.origin, doc, last])
}
