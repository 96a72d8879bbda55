import type {
  Alongside,
  Authorship,
  ClientOwner,
  Contribution,
  Health,
  HistoryEntry,
  ImportRecord,
  Link,
  Loaded,
  Lock,
  MapRecord,
  NewLink,
  NewMap,
  Original,
  Person,
  Revocation,
  Rewriting,
  StoredFile,
  Version,
} from './records.ts'

/**
 * Where maps lie. `storeSuite.ts` holds every implementation to the promises below.
 *
 * - A write's promise resolves only when what it wrote is on disk (fsync), and then it survives any crash.
 * - A write is all or nothing. When it rejects, nothing of it is there, and the store stays usable unless the code is
 *   `broken` or `closed`. Rejections are `StoreError`s; a lookup that finds nothing answers null or an empty list.
 * - A call sees everything that was written by calls made before it, awaited or not.
 * - Bytes handed in are copied before the call returns; bytes handed out belong to the caller.
 */
export interface Store {
  /** Writes the map, its first log entry (number 1) and its links. Rejects with `exists`. */
  createMap(map: NewMap): Promise<void>
  readMap(map: string): Promise<MapRecord | null>
  /** Removes everything that is kept for the map. False when there was no such map. */
  deleteMap(map: string): Promise<boolean>
  /** Locks the map, over any lock that is there, or opens it. Rejects with `unknown_map`. */
  setLock(map: string, lock: Lock | null): Promise<void>

  /**
   * The map's document, or null for an unknown map. A damaged entry does not reject: the answer ends before it and
   * says so. From then on `append` and `compact` reject for this map with `damaged`, because what is written behind
   * an unreadable entry would never be read again.
   */
  load(map: string): Promise<Loaded | null>
  /**
   * Adds a Yjs update (v1) to the map's log, with `alongside` in the same transaction. Answers the entry's number:
   * 1…n without gaps, in the order of commits, which for one caller is the order of its calls.
   * Rejects with `unknown_map`, `unknown_import`, `damaged`, `full`, `failed`.
   */
  append(map: string, update: Uint8Array, by: Authorship, alongside?: Alongside): Promise<number>
  /**
   * Makes a log that is damaged end at its last good entry, so that the map can be written to again. What lay behind it
   * is set aside, with its authors and times, for somebody who can read it; a browser that has it brings it in again.
   * Answers how many entries that were; 0 also where nothing is damaged. Rejects where the disk does not let it.
   */
  cutLog(map: string, at: number): Promise<number>
  /** Author and time of every entry ever written, oldest first; compaction keeps them. */
  history(map: string): Promise<HistoryEntry[]>
  /** Who wrote the entries after number `since`, in the order of their last entries. */
  listAuthors(map: string, since: number): Promise<string[]>
  /** Whose the client ids of the map's document are. They are written by `append`. */
  listClients(map: string): Promise<ClientOwner[]>
  /**
   * Folds the log into a snapshot, away from the path of appends, and drops what is no longer needed: afterwards
   * there are this snapshot, the one it was built from, and the log since that older one. So one damaged snapshot
   * loses nothing. Answers the number of the newest entry in the snapshot. Rejects with `unknown_map`, `damaged`.
   */
  compact(map: string): Promise<number>

  /**
   * Keeps the map as it is now as a version, away from the path of appends. Two with the same state are two versions.
   * Rejects with `unknown_map`, `damaged`.
   */
  keepVersion(map: string, version: Pick<Version, 'at' | 'name'>): Promise<Version>
  /** The oldest first. */
  listVersions(map: string): Promise<Version[]>
  /** A version's document as one Yjs update (v1); null when there is no such version. Rejects with `damaged`. */
  loadVersion(map: string, number: number): Promise<Uint8Array | null>
  /** Null takes a name away. False when there is no such version. */
  nameVersion(map: string, number: number, name: string | null): Promise<boolean>
  /** Lets go of versions; who wrote since then counts with the version after. */
  dropVersions(map: string, numbers: readonly number[]): Promise<void>

  /**
   * Puts another document in the place of the map's, and starts a new epoch: nothing of what log, snapshots and
   * versions held stays in the database, not even in free pages, but who wrote them and when. One log entry of this
   * author. Answers the new epoch, which no copy of this map was ever in.
   * Rejects with `unknown_map`, `damaged`, and `outdated` when the log went on since `seq`.
   */
  rewrite(map: string, rewriting: Rewriting, by: Authorship): Promise<number>

  /** All links of the map, revoked and expired ones too, oldest first. */
  listLinks(map: string): Promise<Link[]>
  findLink(link: string): Promise<Link | null>
  /** Rejects with `unknown_map`. */
  addLink(map: string, link: NewLink): Promise<void>
  /**
   * Revokes a link of this map at time `at`; one that is revoked already keeps its time. The last facilitator link
   * that is neither revoked nor expired at `at` stays, so that a map never ends up with nobody in charge.
   */
  revokeLink(map: string, link: string, at: number): Promise<Revocation>

  /** Rejects with `unknown_link` unless the person's link belongs to the person's map. */
  addPerson(person: Person): Promise<void>
  findPerson(person: string): Promise<Person | null>
  /** Gives a person another name and colour; somebody who is not there is left alone. */
  renamePerson(person: string, as: Pick<Person, 'name' | 'color'>): Promise<void>
  /** Everybody who ever joined the map, oldest first. */
  listPeople(map: string): Promise<Person[]>

  /** Writes all of them, over older ones of the same quotes. Rejects with `unknown_map`. */
  putOriginals(map: string, originals: readonly Original[]): Promise<void>
  findOriginal(map: string, quote: string): Promise<Original | null>
  listOriginals(map: string): Promise<Original[]>
  deleteOriginals(map: string, quotes: readonly string[]): Promise<void>

  findImport(map: string, id: string): Promise<ImportRecord | null>
  /** All imports of the map, oldest first. They are written by `append` and `createMap`. */
  listImports(map: string): Promise<ImportRecord[]>

  findContribution(map: string, id: string): Promise<Contribution | null>
  /** All that this author contributed to the map, oldest first. They are written by `append`. */
  listContributions(map: string, author: string): Promise<Contribution[]>

  /** Keeps a file; one that is there already stays as it is. Rejects with `unknown_map`. */
  putFile(map: string, file: StoredFile): Promise<void>
  findFile(map: string, hash: string): Promise<StoredFile | null>
  /** Bytes of all files of the map together. */
  sizeOfFiles(map: string): Promise<number>

  /** Whether the store works; `broken` means that this process should end and be started again. */
  health(): Health
  /** Waits for everything that was asked before, then lets go of the database. Calling it again does nothing more. */
  close(): Promise<void>
}
