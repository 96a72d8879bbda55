/**
 * Records of one kind by their `id`, which this browser keeps in an IndexedDB database of their own. Nothing here
 * rejects: a browser that keeps nothing, or refuses, has none.
 */
export type KeptRecords<T extends { readonly id: string }> = {
  get(id: string): Promise<T | undefined>
  all(): Promise<T[]>
  /** Keeps it instead of the one before. Resolves with whether it is on the disk. */
  put(record: T): Promise<boolean>
  drop(id: string): Promise<void>
}

const STORE = 'maps'

/** The database is opened when it is first asked. */
export function keptRecords<T extends { readonly id: string }>(name: string): KeptRecords<T> {
  let opened: Promise<IDBDatabase | null> | null = null

  /** What the database answers; undefined where there is none or it refuses. */
  async function ask<A>(mode: IDBTransactionMode, wish: (store: IDBObjectStore) => IDBRequest): Promise<A | undefined> {
    opened ??= openDatabase(name)
    const database = await opened
    if (!database) return undefined
    return new Promise(resolve => {
      try {
        const transaction = database.transaction(STORE, mode)
        const request = wish(transaction.objectStore(STORE))
        // Written only once the transaction is complete: the disk may be full.
        transaction.oncomplete = () => resolve(request.result as A)
        transaction.onabort = () => resolve(undefined)
      } catch {
        resolve(undefined)
      }
    })
  }

  return {
    get: id => ask<T>('readonly', store => store.get(id)),
    all: async () => (await ask<T[]>('readonly', store => store.getAll())) ?? [],
    put: async record => (await ask('readwrite', store => store.put(record))) !== undefined,
    drop: async id => {
      await ask('readwrite', store => store.delete(id))
    },
  }
}

function openDatabase(name: string): Promise<IDBDatabase | null> {
  return new Promise(resolve => {
    try {
      const request = indexedDB.open(name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
      request.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
}
