import type * as Y from 'yjs'
import { CLOSE, type CloseCode } from '#shared/protocol/closeCodes.ts'
import { encodeUpdate } from '#shared/protocol/messages.ts'
import { OPEN_SESSION, type SessionState } from '#shared/protocol/session.ts'
import type { Alongside, Lock } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'
import type { StoreError } from '../storage/StoreError.ts'
import { Awareness } from './Awareness.ts'
import type { Clock } from './Clock.ts'
import { Conversation } from './Conversation.ts'
import { Leading } from './Leading.ts'
import { LiveMap, type Rewritten } from './LiveMap.ts'
import type { LoadedMap } from './loadMap.ts'
import { type Identity, Member, type Transport } from './Member.ts'

/** What a room tells about itself; everything else it does through its members and its store. */
export type RoomEvents = {
  /** Somebody came or left, or something became durable: `isIdle` may have changed. */
  changed(): void
  /** The server closed a connection. */
  closed(code: CloseCode): void
  /** The room has ended by itself. */
  ended(why: StoreError): void
  /** Something that an operator would ask about. */
  troubled(what: string, details: Record<string, unknown>): void
}

type Needed = { map: string; store: Store; clock: Clock; events: RoomEvents }

/**
 * One map in memory, and everybody who is connected to it. Nothing leaves the room before it is on disk: not to other
 * members, not to those who join, and no barrier is answered for it.
 */
export class Room {
  readonly map: string
  /** Who presents the map. */
  readonly leading: Leading
  readonly #events: RoomEvents
  readonly #members = new Set<Member>()
  readonly #awareness: Awareness
  readonly #live: LiveMap<Member>
  readonly #conversation: Conversation
  readonly #store: Store
  readonly #clock: Clock
  #lock: Lock | null
  #holders = 0

  constructor(loaded: LoadedMap, { map, store, clock, events }: Needed) {
    this.map = map
    this.#events = events
    this.#store = store
    this.#clock = clock
    this.#lock = loaded.lock
    this.#awareness = new Awareness(clock, this.#members)
    this.leading = new Leading(clock, this.#members)
    this.#live = new LiveMap(loaded, {
      map,
      store,
      clock,
      presentAs: client => this.#awareness.authorOf(client),
      written: (update, sources) => this.#show(update, sources),
      changed: events.changed,
      storageChanged: () => this.#tellSession(),
      ended: why => {
        this.#sendAway(why.code === 'unknown_map' ? CLOSE.notFound : CLOSE.tryLater)
        events.ended(why)
      },
      troubled: events.troubled,
    })
    const session = () => this.session
    this.#conversation = new Conversation(this.#live, this.#awareness, this.leading, session, events.troubled)
  }

  /** Read only. May be ahead of the disk by what is just being written; `settled` waits for that. */
  get doc(): Y.Doc {
    return this.#live.doc
  }

  get epoch(): number {
    return this.#live.epoch
  }

  /** Whether the log cannot be read to its end; then nothing can be written, and what could be read is `doc`. */
  get isDamaged(): boolean {
    return this.#live.isDamaged
  }

  get isOpen(): boolean {
    return this.#live.isOpen
  }

  get members(): ReadonlySet<Member> {
    return this.#members
  }

  /** Whether nothing would be lost and nobody would miss it if this room were forgotten. */
  get isIdle(): boolean {
    return this.#members.size === 0 && this.#holders === 0 && this.#live.isQuiet
  }

  get session(): SessionState {
    const storage = this.#live.failure ? 'failing' : 'working'
    if (!this.#lock) return { ...OPEN_SESSION, storage }
    return { locked: true, lockedAt: new Date(this.#lock.at).toISOString(), lockedBy: this.#lock.by, storage }
  }

  /** Why nothing can be written just now; null while all is well. */
  get failure(): StoreError | null {
    return this.#live.failure
  }

  /** Bytes of edits that are not on disk yet. */
  get unsaved(): number {
    return this.#live.unsaved
  }

  /** See `LiveMap.lag`. */
  get lag(): number {
    return this.#live.lag
  }

  /** See `LiveMap.tail`. */
  get tail(): { readonly entries: number; readonly bytes: number } {
    return this.#live.tail
  }

  /** Keeps the room in memory until the answer is called. */
  hold(): () => void {
    this.#holders += 1
    this.#events.changed()
    return () => {
      this.#holders -= 1
      this.#events.changed()
    }
  }

  /** Resolves when everything that was taken in so far is on disk; rejects as soon as the disk fails. */
  settled(): Promise<void> {
    return this.#live.settled()
  }

  /** As `settled`, and waits for a failing disk however long that takes. */
  drained(): Promise<void> {
    return this.#live.drained()
  }

  /**
   * An edit of the server's own: in one log entry of this author, together with `alongside`. Answers the entry's
   * number when it is on disk; everybody sees it after that. An edit that changes nothing makes no entry, unless
   * there is something alongside; then the answer is the number of the newest entry.
   *
   * The edit has the document to itself: it starts when all edits before it are on disk, and members' frames wait
   * until it is done. When `change` throws or the entry cannot be written, the error is thrown, nothing of the edit is
   * left, and the document is read anew from disk: `doc` is another object then. While the disk fails, commits are
   * refused at once with the store's error.
   */
  commit(author: string, change: (doc: Y.Doc) => void, alongside?: Alongside): Promise<number> {
    return this.#live.commit(author, change, alongside)
  }

  /** See `Rooms.rewrite`; the room has ended then. */
  rewrite(author: string, make: (doc: Y.Doc) => Promise<Rewritten>): Promise<void> {
    return this.#live.rewrite(author, make, () => this.end(CLOSE.otherEpoch))
  }

  /**
   * Locks the map, so that nobody below a facilitator writes to it, or opens it. Resolves when that is on disk, holds
   * and has been told to everybody; rejects as the store does, and then nothing has changed.
   */
  async setLock(lock: Lock | null): Promise<void> {
    await this.#store.setLock(this.map, lock)
    this.#lock = lock
    this.#tellSession()
  }

  /** Starts the conversation with a new member: what is here, and who. */
  join(identity: Identity, transport: Transport): Member {
    const member = new Member(identity, transport, this.#clock, (left, code) => {
      if (code !== null) this.#events.closed(code)
      this.#left(left)
    })
    this.#members.add(member)
    this.#events.changed()
    this.#conversation.open(member)
    return member
  }

  /** A person is called otherwise from now on; others see it with the next state that their browser says. */
  rename(person: NonNullable<Identity['person']>): void {
    for (const member of this.#members) member.rename(person)
    this.leading.rename(person)
  }

  /** Who is behind a person's connections; null when there are none. */
  personHere(person: string): Identity | null {
    return [...this.#members].find(({ identity }) => identity.person?.id === person)?.identity ?? null
  }

  /** Takes in one frame of a member. Bad bytes end that connection and change nothing. */
  receive(member: Member, frame: Uint8Array): void {
    this.#conversation.receive(member, frame)
  }

  /** Folds the log into a snapshot where it got long, away from the path of edits. Never rejects. */
  compact(): Promise<void> {
    return this.#live.compact()
  }

  /** Forgets everything and closes all sockets. What is not on disk yet stays in people's browsers. */
  end(code: CloseCode): void {
    if (!this.isOpen) return
    this.#live.end()
    this.#sendAway(code)
  }

  #tellSession(): void {
    for (const member of this.#members) this.#conversation.tellSession(member)
  }

  /** To everybody but one who wrote all of it. */
  #show(update: Uint8Array, sources: ReadonlySet<Member | null>): void {
    const message = encodeUpdate(update)
    for (const member of this.#members) {
      if (sources.size !== 1 || !sources.has(member)) member.send(message)
    }
  }

  /** All at once, so that nobody is told of everybody else's leaving. */
  #sendAway(code: CloseCode): void {
    this.#awareness.end()
    this.leading.stop()
    const members = [...this.#members]
    this.#members.clear()
    for (const member of members) member.close(code)
  }

  #left(member: Member): void {
    if (!this.#members.delete(member)) return
    this.#awareness.leave(member)
    this.leading.leave(member)
    this.#events.changed()
  }
}
