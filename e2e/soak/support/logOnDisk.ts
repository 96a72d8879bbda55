import * as Y from 'yjs'
import { openSqliteStore, type SqliteStore } from '../../../server/storage/sqlite/SqliteStore.ts'

/** A root that no editor writes to, with a number that each lengthening raises. */
const LENGTHENED = 'lengthened'

/** The map as a new server would read it, and how many log entries lie behind its snapshot. */
export function readLog(folder: string, map: string): Promise<{ doc: Y.Doc; tail: number }> {
  return withStore(folder, store => read(store, map))
}

/** Adds so many small entries to the log of a map that no server has open. */
export function lengthenLog(folder: string, map: string, entries: number): Promise<void> {
  return withStore(folder, async store => {
    const { doc } = await read(store, map)
    const appends: Promise<number>[] = []
    doc.on('update', update => appends.push(store.append(map, update, { author: '', at: Date.now() })))
    const numbers = doc.getMap<number>(LENGTHENED)
    for (let entry = 0; entry < entries; entry += 1) numbers.set('n', (numbers.get('n') ?? 0) + 1)
    await Promise.all(appends)
  })
}

async function read(store: SqliteStore, map: string): Promise<{ doc: Y.Doc; tail: number }> {
  const loaded = await store.load(map)
  if (!loaded || loaded.damaged) throw new Error(`The log ends before entry ${loaded?.damaged?.seq}.`)
  const doc = new Y.Doc()
  for (const update of [loaded.snapshot, ...loaded.updates]) if (update) Y.applyUpdate(doc, update)
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('The log has a gap.')
  return { doc, tail: loaded.updates.length }
}

async function withStore<T>(folder: string, use: (store: SqliteStore) => Promise<T>): Promise<T> {
  const store = await openSqliteStore(folder)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
