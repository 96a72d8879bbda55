import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'

/*
 * A thread that folds a snapshot and the updates after it into one Yjs update, posts it and ends. Apart from the
 * thread that owns the database, so that merging a large map holds up nobody's append.
 */

const { snapshot, updates }: { snapshot: Uint8Array | null; updates: Uint8Array[] } = workerData
const doc = new Y.Doc()
doc.transact(() => {
  if (snapshot !== null) Y.applyUpdate(doc, snapshot)
  for (const update of updates) Y.applyUpdate(doc, update)
})
const merged = Y.encodeStateAsUpdate(doc)
parentPort?.postMessage(merged)
