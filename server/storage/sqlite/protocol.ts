import type { Authorship, Rewriting, Version } from '../records.ts'
import type { Store } from '../Store.ts'
import type { StoreErrorCode } from '../StoreError.ts'

/*
 * The conversation between the main thread and the thread that owns the database.
 *
 *   worker → main   Opened            once, first
 *   main → worker   Call              any number, each with a number of its own
 *   worker → main   Answer[]          the answers to some of the calls, each call answered exactly once
 *
 * After the answer to `close` the worker ends by itself. A worker that ends otherwise has broken.
 */

/** The verbs of a store, done at once instead of promised. */
type AtOnce<V extends keyof Store> = {
  [K in V]: (...args: Parameters<Store[K]>) => Awaited<ReturnType<Store[K]>>
}

export interface Stats {
  /** Transactions that reached the disk, one fsync each. */
  readonly commits: number
  /** Log entries that these transactions held. */
  readonly appends: number
}

export type Reads = AtOnce<
  | 'readMap'
  | 'load'
  | 'history'
  | 'listAuthors'
  | 'listClients'
  | 'listLinks'
  | 'findLink'
  | 'findPerson'
  | 'listPeople'
  | 'findOriginal'
  | 'listOriginals'
  | 'findImport'
  | 'listImports'
  | 'findContribution'
  | 'listContributions'
  | 'findFile'
  | 'sizeOfFiles'
  | 'listVersions'
> & {
  /** The bytes of a version as they lie there; see `packed.ts`. */
  readVersion(map: string, number: number): Uint8Array | null
}

export interface Upkeep {
  stats(): Stats
  /** Bounds the database file; see `SqliteStore.limitSize`. */
  limitSize(bytes: number): void
  /** Moves the side file into the database and empties it, so that what was deleted is nowhere on the disk. */
  checkpoint(): void
  /** Moves the side file into the database and lets go of both. The last call. */
  close(): void
}

export interface Writes
  extends AtOnce<
    | 'createMap'
    | 'deleteMap'
    | 'setLock'
    | 'append'
    | 'cutLog'
    | 'addLink'
    | 'revokeLink'
    | 'addPerson'
    | 'renamePerson'
    | 'putOriginals'
    | 'deleteOriginals'
    | 'putFile'
    | 'nameVersion'
    | 'dropVersions'
  > {
  /**
   * Keeps `bytes` as the snapshot of the log up to `seq`. `base` is the snapshot that it was built from (0: none);
   * other snapshots go, and the log up to `base`. Rejects with `outdated` in another epoch.
   */
  saveSnapshot(map: string, snapshot: Saved & { base: number; at: number }): void
  /** Keeps packed `bytes` as a version of the log up to `seq`. Rejects with `outdated` in another epoch. */
  saveVersion(map: string, version: Saved & Pick<Version, 'at' | 'name'>): Version
  /** `rewriting.versions` are packed. */
  rewrite(map: string, rewriting: Rewriting, by: Authorship): number
}

/** A document as the log up to `seq` makes it, in this epoch. */
interface Saved {
  readonly epoch: number
  readonly seq: number
  readonly bytes: Uint8Array
}

export type Verbs = Reads & Writes & Upkeep
export type Verb = keyof Verbs
export type Args = { [V in Verb]: Parameters<Verbs[V]> }
export type Values = { [V in Verb]: ReturnType<Verbs[V]> }

export interface CallOf<V extends Verb> {
  readonly id: number
  readonly verb: V
  readonly args: Args[V]
}
export type Call = { [V in Verb]: CallOf<V> }[Verb]

/** An error as it crosses threads; a class would arrive without its type. */
export interface Failure {
  readonly code: StoreErrorCode
  readonly message: string
}

export type Outcome<T> = { readonly value: T } | { readonly error: Failure }
export type Answer = { readonly id: number } & Outcome<Values[Verb]>
export type Opened = { readonly opened: true } | { readonly opened: false; readonly error: Failure }
