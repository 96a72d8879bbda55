import type * as Y from 'yjs'
import { applyUpdate } from '#shared/doc/encode.ts'
import { newDoc } from '#shared/doc/roots.ts'
import type { Lock } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'

/** A map in memory as it lies on disk. */
export type LoadedMap = {
  readonly doc: Y.Doc
  readonly epoch: number
  /** Number of the newest log entry. */
  readonly seq: number
  readonly lock: Lock | null
  /** Who first wrote under a client id; those of the document that are not among them are the server's own. */
  readonly owners: ReadonlyMap<number, string>
  /** What compaction would fold away. */
  readonly tail: { readonly entries: number; readonly bytes: number }
  /** Nothing can be written behind a damaged entry. */
  readonly isDamaged: boolean
}

/** Null for an unknown map. Rejects when the store does, and with what Yjs throws on a log that is no document. */
export async function loadMap(store: Store, map: string): Promise<LoadedMap | null> {
  const asked = [store.readMap(map), store.load(map), store.listClients(map)] as const
  const [record, loaded, clients] = await Promise.all(asked)
  if (!record || !loaded) return null
  const doc = newDoc()
  doc.transact(() => {
    if (loaded.snapshot) applyUpdate(doc, loaded.snapshot)
    for (const update of loaded.updates) applyUpdate(doc, update)
  })
  dropPending(doc)
  const bytes = loaded.updates.reduce((sum, update) => sum + update.byteLength, 0)
  return {
    doc,
    epoch: loaded.epoch,
    seq: loaded.seq,
    lock: record.lockedAt === null ? null : { at: record.lockedAt, by: record.lockedBy },
    owners: new Map(clients.map(({ client, author }) => [client, author])),
    tail: { entries: loaded.updates.length, bytes },
    isDamaged: loaded.damaged !== null,
  }
}

/**
 * Drops what waits for something that is not there. True when there was anything. Kept, it would spring to life with
 * a later edit, unseen by the log and under that edit's author.
 */
export function dropPending(doc: Y.Doc): boolean {
  const hadAny = hasPending(doc)
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return hadAny
}

/** Whether something waits for what is not there. */
export function hasPending({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}

/** Drops the roots behind the first `kept` that hold nothing: Yjs makes one for every name that a frame mentions. */
export function dropEmptyRoots({ share }: Y.Doc, kept: number): void {
  for (const [name, root] of [...share].slice(kept)) {
    if (root._start === null && root._map.size === 0) share.delete(name)
  }
}
