/*
 * What a store keeps, as plain records. All times are epoch milliseconds of the caller's clock, all ids are made by
 * the caller. Nothing here opens a map: tokens are derived elsewhere from a secret that is never stored.
 */

export type Role = 'viewer' | 'contributor' | 'editor' | 'facilitator'

export interface MapRecord {
  readonly id: string
  readonly createdAt: number
  /** Time of the newest log entry; never goes back, whatever times the entries carry. */
  readonly updatedAt: number
  /** Starts at 1; another number means that history was rewritten. */
  readonly epoch: number
  /** Number of the newest log entry; 1 right after the map was made. */
  readonly seq: number
  /** Since when only facilitators edit; null while the map is open to editors. */
  readonly lockedAt: number | null
  /** The person who locked it; null also where a link's own token did. */
  readonly lockedBy: string | null
}

/** A lock on a map: since when, and the person who put it there (null: a link's own token did). */
export interface Lock {
  readonly at: number
  readonly by: string | null
}

export interface NewLink {
  readonly id: string
  readonly role: Role
  readonly label: string
  readonly createdAt: number
  readonly expiresAt: number | null
}

export interface Link extends NewLink {
  readonly map: string
  readonly revokedAt: number | null
}

export interface Person {
  readonly id: string
  readonly map: string
  /** The link through which this person came; ends with it. */
  readonly link: string
  readonly name: string
  readonly color: string
  readonly createdAt: number
}

/** A quote's words before redaction. */
export interface Original {
  readonly quote: string
  readonly text: string
  /** The imported row before redaction, as JSON text; the store never looks inside. */
  readonly row: string
}

export interface NewImport {
  readonly id: string
  readonly person: string
  readonly at: number
  /** What the import added, as JSON text, for taking it back; the store never looks inside. */
  readonly added: string
}

export interface ImportRecord extends NewImport {
  readonly takenBackAt: number | null
}

/** Something on the map that the server wrote in somebody's name, and whose it is. */
export interface Contribution {
  readonly id: string
  /** A person's id, or the id of a link whose own token was used. */
  readonly author: string
  readonly at: number
  readonly kind: 'note' | 'quote' | 'vote'
  /** Id of the record on the map. */
  readonly record: string
}

/** A picture on a map. `hash` is the SHA-256 of the bytes in hex. */
export interface StoredFile {
  readonly hash: string
  readonly type: 'image/png' | 'image/webp'
  readonly bytes: Uint8Array
}

/** The map as it was at one moment, to be looked at and restored. */
export interface Version {
  /** 1…n for each map, never given twice. */
  readonly number: number
  /** The newest log entry that it holds. */
  readonly seq: number
  /** The moment that it shows. */
  readonly at: number
  /** What somebody called it; null for one that was kept by itself. */
  readonly name: string | null
  /** Who wrote the log entries since the version before, in the order of their last entries. */
  readonly authors: readonly string[]
}

/** Another document in the place of a map's. */
export interface Rewriting {
  /** The newest log entry that was looked at; nothing is rewritten when there are newer ones. */
  readonly seq: number
  /** All that the document holds from now on, as a Yjs update (v1). */
  readonly state: Uint8Array
  /** What versions hold from now on, by number. A version that is not among them goes. */
  readonly versions: ReadonlyMap<number, Uint8Array>
  /** Client ids of the old document: nobody writes under them any more. */
  readonly retired: readonly number[]
}

/** Who wrote a log entry (a person's id, or '' for the server itself) and when. */
export interface Authorship {
  readonly author: string
  readonly at: number
}

export interface HistoryEntry extends Authorship {
  readonly seq: number
}

/** A Yjs client id, and who first wrote under it. */
export interface ClientOwner {
  readonly client: number
  readonly author: string
}

/** What is written in the same transaction as a log entry: all of it or nothing. */
export interface Alongside {
  readonly originals?: readonly Original[]
  readonly import?: NewImport
  /** Id of an import that the entry undoes; it must stand, else nothing is written (`unknown_import`). */
  readonly takesBack?: string
  readonly contribution?: Contribution
  /** Yjs client ids that from now on are this author's; one that is somebody's already stays theirs. */
  readonly clients?: readonly number[]
  /** Yjs client ids that from now on are nobody's (author ''), whoever's they were: something under them was refused. */
  readonly retires?: readonly number[]
  /** Files that are there already stay as they are. */
  readonly files?: readonly StoredFile[]
}

export interface NewMap {
  readonly id: string
  readonly createdAt: number
  /** Who wrote the first log entry; its time is `createdAt`. */
  readonly author: string
  /** The first log entry: a Yjs update (v1) that holds the whole new map. */
  readonly update: Uint8Array
  readonly links: readonly NewLink[]
  readonly alongside?: Alongside
}

/** A document as it lies in the store: apply `snapshot`, then `updates` in order. */
export interface Loaded {
  readonly snapshot: Uint8Array | null
  /** The entries after the snapshot, gapless; the last one is number `seq`. */
  readonly updates: Uint8Array[]
  readonly seq: number
  readonly epoch: number
  /** The first entry that cannot be read; it and what follows are left out. Null when all is well. */
  readonly damaged: { readonly seq: number } | null
}

export type Revocation = 'revoked' | 'unknown_link' | 'last_facilitator'

export type Health =
  | { readonly state: 'open' }
  | { readonly state: 'closed' }
  | { readonly state: 'broken'; readonly reason: string }
