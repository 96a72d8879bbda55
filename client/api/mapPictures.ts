/**
 * Small pictures of the maps of this browser, one in each theme, kept in IndexedDB. A browser that keeps nothing
 * remembers them until the page is closed. Nothing here throws: a map without a picture is still a map.
 */
export type MapPicture = { light: Blob; dark: Blob }

type Kept = MapPicture & {
  id: string
  /** When it was painted, epoch milliseconds. */
  at: number
}

/** More than anybody looks through on the first page. */
const MOST = 40
/** Bytes of all pictures together; one has about ten thousand. */
const MOST_BYTES = 2 * 1024 * 1024
const DATABASE = 'verbatim-pictures'
const STORE = 'maps'

const memory = new Map<string, Kept>()
const listeners = new Set<() => void>()
let opened: Promise<IDBDatabase | null> | null = null

/** Calls back when a picture was kept or taken away. Returns what stops it. */
export function onMapPictures(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The picture of a map, or null where there is none. */
export async function mapPicture(id: string): Promise<MapPicture | null> {
  return memory.get(id) ?? (await ask<Kept | undefined>('readonly', store => store.get(id))) ?? null
}

/**
 * Keeps a map's picture, instead of the one before. Those of maps that are not `known` any more go, and the oldest where
 * there are too many. `now` in epoch milliseconds.
 */
export async function keepMapPicture(
  id: string,
  { light, dark }: MapPicture,
  known: readonly string[],
  now: number,
): Promise<void> {
  const kept: Kept = { id, light, dark, at: now }
  const isStored = (await ask('readwrite', store => store.put(kept))) !== undefined
  if (isStored) memory.delete(id)
  else memory.set(id, kept)
  const all = [...((await ask<Kept[]>('readonly', store => store.getAll())) ?? []), ...memory.values()]
  for (const old of surplus(all, known)) await drop(old)
  tell()
}

/** Takes the picture of a map away. */
export async function dropMapPicture(id: string): Promise<void> {
  await drop(id)
  tell()
}

/** The ids of the pictures that go: of maps that are not known, and the oldest beyond number and bytes. */
export function surplus(kept: readonly Kept[], known: readonly string[]): string[] {
  let count = 0
  let bytes = 0
  return kept
    .toSorted((a, b) => b.at - a.at)
    .filter(({ id, light, dark }) => {
      if (!known.includes(id)) return true
      count++
      bytes += light.size + dark.size
      return count > MOST || bytes > MOST_BYTES
    })
    .map(({ id }) => id)
}

async function drop(id: string): Promise<void> {
  memory.delete(id)
  await ask('readwrite', store => store.delete(id))
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** What the database answers; undefined where there is none or it refuses. */
async function ask<T>(mode: IDBTransactionMode, wish: (store: IDBObjectStore) => IDBRequest): Promise<T | undefined> {
  opened ??= openDatabase()
  const database = await opened
  if (!database) return undefined
  return new Promise(resolve => {
    try {
      const transaction = database.transaction(STORE, mode)
      const request = wish(transaction.objectStore(STORE))
      // Written only once the transaction is complete: the disk may be full.
      transaction.oncomplete = () => resolve(request.result as T)
      transaction.onabort = () => resolve(undefined)
    } catch {
      resolve(undefined)
    }
  })
}

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise(resolve => {
    try {
      const request = indexedDB.open(DATABASE, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
      request.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
}
