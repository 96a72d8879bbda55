import type { Health, Loaded } from '../records.ts'
import type { Store } from '../Store.ts'
import { StoreError } from '../StoreError.ts'
import { type Connection, connect, startWorker } from './connect.ts'
import { toStoreError } from './errors.ts'
import { mergeInThread } from './mergeInThread.ts'
import { pack, unpack } from './packed.ts'
import type { Args, Stats, Values, Verb } from './protocol.ts'

/** A store in one file, `verbatim.db`, on a thread of its own. One process at a time. */
export interface SqliteStore extends Store {
  /** Counted since this store was opened. */
  stats(): Promise<Stats>
  /**
   * Bounds the database file to about this many bytes (never below its present size) until the store is closed.
   * A write that needs more rejects with `full`.
   */
  limitSize(bytes: number): Promise<void>
}

/**
 * Opens the store in this folder and makes what is missing.
 * Rejects with `newer_schema`, `in_use` (another process has it open) or `failed`.
 */
export async function openSqliteStore(folder: string): Promise<SqliteStore> {
  return createSqliteStore(await connect(startWorker(folder)))
}

/** The store over a worker that is up; `openSqliteStore` is what most callers want. */
export function createSqliteStore(connection: Connection): SqliteStore {
  const compactions = new Map<string, Promise<number>>()
  /** What has more than one step, and so has to end before the store does. */
  const underWay = new Set<Promise<unknown>>()
  let closing: Promise<void> | null = null

  async function call<V extends Verb>(verb: V, args: Args[V], transfer?: ArrayBuffer[]): Promise<Values[V]> {
    if (closing !== null) throw new StoreError('closed', 'The store is closed.')
    return connection.call(verb, args, transfer)
  }

  /** Closing waits for this. */
  function whole<T>(work: () => Promise<T>): Promise<T> {
    if (closing !== null) return Promise.reject(new StoreError('closed', 'The store is closed.'))
    const running = work().catch(error => Promise.reject(toStoreError(error)))
    underWay.add(running)
    const done = () => underWay.delete(running)
    running.then(done, done)
    return running
  }

  async function loadWhole(map: string): Promise<Loaded> {
    const loaded = await connection.call('load', [map])
    if (loaded === null) throw new StoreError('unknown_map', 'There is no such map.')
    if (loaded.damaged !== null)
      throw new StoreError('damaged', 'The log of this map is damaged, so it stays as it is.')
    return loaded
  }

  async function compact(map: string): Promise<number> {
    const loaded = await loadWhole(map)
    if (loaded.updates.length === 0) return loaded.seq
    const { seq, epoch } = loaded
    const base = seq - loaded.updates.length
    const bytes = await mergeInThread(loaded)
    const snapshot = { epoch, base, seq, at: Date.now(), bytes }
    await connection.call('saveSnapshot', [map, snapshot], [bytes.buffer as ArrayBuffer])
    return seq
  }

  async function close(): Promise<void> {
    await Promise.allSettled(underWay)
    if (connection.broken() === null) await connection.call('close', [])
    await connection.ended
  }

  return {
    createMap(map) {
      const update = copyOf(map.update)
      return call('createMap', [{ ...map, update }], [update.buffer])
    },
    readMap: map => call('readMap', [map]),
    deleteMap: map => call('deleteMap', [map]),
    setLock: (map, lock) => call('setLock', [map, lock]),
    load: map => call('load', [map]),
    append(map, update, by, alongside) {
      const copy = copyOf(update)
      return call('append', [map, copy, by, alongside], [copy.buffer])
    },
    cutLog: (map, at) => call('cutLog', [map, at]),
    history: map => call('history', [map]),
    listAuthors: (map, since) => call('listAuthors', [map, since]),
    listClients: map => call('listClients', [map]),
    compact(map) {
      const running = compactions.get(map) ?? whole(() => compact(map)).finally(() => compactions.delete(map))
      compactions.set(map, running)
      return running
    },
    keepVersion: (map, { at, name }) =>
      whole(async () => {
        const loaded = await loadWhole(map)
        const { seq, epoch } = loaded
        const bytes = await pack(await mergeInThread(loaded))
        return connection.call('saveVersion', [map, { epoch, seq, at, name, bytes }], [bytes.buffer])
      }),
    listVersions: map => call('listVersions', [map]),
    async loadVersion(map, number) {
      const bytes = await call('readVersion', [map, number])
      return bytes && unpack(bytes).catch(error => Promise.reject(toStoreError(error)))
    },
    nameVersion: (map, number, name) => call('nameVersion', [map, number, name]),
    dropVersions: (map, numbers) => call('dropVersions', [map, numbers]),
    rewrite(map, rewriting, by) {
      const state = copyOf(rewriting.state)
      const packing = [...rewriting.versions].map(async ([number, bytes]) => [number, await pack(bytes)] as const)
      return whole(async () => {
        const versions = new Map(await Promise.all(packing))
        const epoch = await connection.call('rewrite', [map, { ...rewriting, state, versions }, by])
        await connection.call('checkpoint', [])
        return epoch
      })
    },
    listLinks: map => call('listLinks', [map]),
    findLink: link => call('findLink', [link]),
    addLink: (map, link) => call('addLink', [map, link]),
    revokeLink: (map, link, at) => call('revokeLink', [map, link, at]),
    addPerson: person => call('addPerson', [person]),
    findPerson: person => call('findPerson', [person]),
    renamePerson: (person, as) => call('renamePerson', [person, as]),
    listPeople: map => call('listPeople', [map]),
    putOriginals: (map, originals) => call('putOriginals', [map, originals]),
    findOriginal: (map, quote) => call('findOriginal', [map, quote]),
    listOriginals: map => call('listOriginals', [map]),
    deleteOriginals: (map, quotes) => call('deleteOriginals', [map, quotes]),
    findImport: (map, id) => call('findImport', [map, id]),
    listImports: map => call('listImports', [map]),
    findContribution: (map, id) => call('findContribution', [map, id]),
    listContributions: (map, author) => call('listContributions', [map, author]),
    putFile: (map, file) => call('putFile', [map, file]),
    findFile: (map, hash) => call('findFile', [map, hash]),
    sizeOfFiles: map => call('sizeOfFiles', [map]),
    stats: () => call('stats', []),
    limitSize: bytes => call('limitSize', [bytes]),
    health(): Health {
      const broken = connection.broken()
      if (broken !== null) return { state: 'broken', reason: broken.message }
      return { state: closing === null ? 'open' : 'closed' }
    },
    close() {
      closing ??= close()
      return closing
    },
  }
}

/** Exactly these bytes in a buffer of their own, which can be moved to the worker without detaching the caller's. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
