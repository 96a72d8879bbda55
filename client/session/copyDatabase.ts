import type { UnsavedEdit } from './Unsaved.ts'

/** What a copy belongs to: the server's history and this browser's code may both have moved on since. */
export type CopyOf = {
  /** The map's epoch. */
  readonly epoch: number
  /** Version of the document. */
  readonly version: number
}

/** The copy as it says of itself; `id` is new whenever one is begun anew. */
export type About = CopyOf & { readonly id: string }

/** Whether both belong to the same history, so that what is of the one can be merged into the other. */
export function isSame(one: CopyOf, other: CopyOf): boolean {
  return one.epoch === other.epoch && one.version === other.version
}

/** An edit in words; with `aside` it will not come onto the map by itself any more, and this says why. */
export type Line = UnsavedEdit & { readonly aside?: string }

export type Stored = {
  readonly about: About | null
  /** Updates of Yjs, to be applied in order, and their keys. */
  readonly updates: readonly Uint8Array[]
  readonly keys: readonly IDBValidKey[]
  readonly lines: readonly Line[]
}

const STORES = ['updates', 'about', 'lines'] as const
/** The key of `About` in its store. */
const ABOUT = 'copy'
/** The first version had updates alone. */
const VERSION = 2
/** Copies of that version say nothing of themselves; every map was in its first epoch then. */
const FIRST: About = { id: 'first', epoch: 1, version: 1 }

/**
 * Opens the database of one map's copy. Null where there is no way to keep anything (private windows, blocked
 * storage), and where the browser gives no answer within `patience` milliseconds.
 */
export function openDatabase(name: string, patience: number): Promise<IDBDatabase | null> {
  return new Promise(resolve => {
    let isLate = false
    const giveUp = setTimeout(() => {
      isLate = true
      resolve(null)
    }, patience)
    const end = (database: IDBDatabase | null) => {
      clearTimeout(giveUp)
      if (isLate) database?.close()
      resolve(database)
    }
    try {
      const request = indexedDB.open(name, VERSION)
      request.onupgradeneeded = () => {
        const missing = STORES.filter(store => !request.result.objectStoreNames.contains(store))
        for (const store of missing) request.result.createObjectStore(store, { autoIncrement: store === 'updates' })
      }
      request.onerror = () => end(null)
      request.onsuccess = () => end(request.result)
    } catch {
      end(null)
    }
  })
}

/** Everything that is stored, as it was in one moment; null when it can't be read. */
export function readCopy(database: IDBDatabase): Promise<Stored | null> {
  return new Promise(resolve => {
    try {
      const transaction = database.transaction(STORES)
      const updates = transaction.objectStore('updates')
      const read = {
        about: transaction.objectStore('about').get(ABOUT) as IDBRequest<About | undefined>,
        updates: updates.getAll() as IDBRequest<Uint8Array[]>,
        keys: updates.getAllKeys(),
        lines: transaction.objectStore('lines').getAll() as IDBRequest<Line[]>,
      }
      transaction.onabort = () => resolve(null)
      transaction.oncomplete = () => {
        const first = read.updates.result.length > 0 ? FIRST : null
        resolve({
          about: read.about.result ?? first,
          updates: read.updates.result,
          keys: read.keys.result,
          lines: read.lines.result,
        })
      }
    } catch {
      resolve(null)
    }
  })
}

/** What can be done inside of `changeCopy`. */
export type CopyChange = {
  /** What the copy says of itself now: another window may have begun it anew. */
  readonly about: About | null
  begin(about: About): void
  /** Calls back with the new entry's key. */
  add(update: Uint8Array, added: (key: IDBValidKey) => void): void
  remove(keys: readonly IDBValidKey[]): void
  /** Takes the document away, and what it says of itself. */
  clear(): void
  note(line: Line): void
  forget(key: string): void
}

/** Does all of `work` or nothing. Resolves to null when it is done, else to the error's name. */
export function changeCopy(database: IDBDatabase, work: (change: CopyChange) => void): Promise<string | null> {
  return new Promise(resolve => {
    let failure: string | null = null
    try {
      const transaction = database.transaction(STORES, 'readwrite')
      const [updates, abouts, lines] = STORES.map(store => transaction.objectStore(store)) as [Store, Store, Store]
      transaction.oncomplete = () => resolve(null)
      transaction.onabort = () => resolve(failure ?? transaction.error?.name ?? 'AbortError')
      const asked = abouts.get(ABOUT) as IDBRequest<About | undefined>
      asked.onsuccess = () => {
        try {
          work({
            about: asked.result ?? null,
            begin: about => abouts.put(about, ABOUT),
            add(update, added) {
              const request = updates.add(update)
              request.onsuccess = () => added(request.result)
            },
            remove(keys) {
              for (const key of keys) updates.delete(key)
            },
            clear() {
              updates.clear()
              abouts.delete(ABOUT)
            },
            note: line => lines.put(line, line.key),
            forget: key => lines.delete(key),
          })
        } catch (error) {
          failure = nameOf(error)
          transaction.abort()
        }
      }
    } catch (error) {
      resolve(nameOf(error))
    }
  })
}

type Store = IDBObjectStore

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : 'Error'
}
