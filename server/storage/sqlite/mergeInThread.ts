import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Loaded } from '../records.ts'
import { sharedBuffers } from './sharedBuffers.ts'

/**
 * One Yjs update equal to snapshot and updates together, made on a thread of its own. The bytes handed in are moved
 * there and gone here. Rejects when they do not decode or the thread runs out of memory.
 */
export async function mergeInThread({ snapshot, updates }: Pick<Loaded, 'snapshot' | 'updates'>): Promise<Uint8Array> {
  const parts = snapshot === null ? updates : [snapshot, ...updates]
  const worker = new Worker(new URL('./merge.ts', import.meta.url), {
    workerData: { snapshot, updates },
    transferList: sharedBuffers(parts),
  })
  try {
    // `once` rejects on 'error'.
    const [merged] = (await once(worker, 'message')) as [Uint8Array]
    return merged
  } finally {
    await worker.terminate()
  }
}
