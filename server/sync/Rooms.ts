import type { Logger } from 'pino'
import { CLOSE, type CloseCode } from '#shared/protocol/closeCodes.ts'
import type { Alongside } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'
import { StoreError } from '../storage/StoreError.ts'
import { Arrivals } from './Arrivals.ts'
import { type Clock, systemClock } from './Clock.ts'
import type { Rewritten } from './LiveMap.ts'
import { IDLE, LEAVE_OVER, LEAVE_PATIENCE } from './limits.ts'
import { loadMended } from './loadMended.ts'
import type { Identity, Member } from './Member.ts'
import { Room } from './Room.ts'
import { type RoomsStats, statsOf } from './roomsStats.ts'

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>

/** A loaded map, as the rest of the server uses it. */
export type OpenMap = Pick<
  Room,
  'doc' | 'epoch' | 'settled' | 'session' | 'setLock' | 'rename' | 'leading' | 'personHere'
> & {
  /** See `Room.commit`. */
  commit(author: string, change: (doc: Room['doc']) => void, alongside?: Alongside): Promise<number>
}

type Options = {
  store: Store
  log: Log
  clock?: Clock
  /** Milliseconds over which sockets are closed when the server leaves. */
  leaveOver?: number
  /** Keeps versions of the maps that are in memory; left out where none are kept. */
  history?: RoomHistory
}

/** What becomes of a map in memory, for whoever keeps its past. */
export type RoomHistory = {
  /** A map came into memory; the answer is called when it leaves. */
  watch(map: string): () => void
  /** Nobody has worked on it for a while. */
  keep(map: string): unknown
}

/** A map that nobody uses has no slot; unloading is nothing but forgetting it, so that a return always finds all or none. */
type Slot =
  | { readonly state: 'loading'; readonly room: Promise<Room | null> }
  | { readonly state: 'ready'; readonly room: Room }
  | { readonly state: 'unloading'; readonly room: Room; readonly stay: () => void }

/** All maps in memory, at most one room for each. */
export class Rooms {
  readonly arrivals = new Arrivals()
  readonly #store: Store
  readonly #log: Log
  readonly #clock: Clock
  readonly #leaveOver: number
  readonly #history: RoomHistory | null
  readonly #watched = new Map<Room, () => void>()
  readonly #slots = new Map<string, Slot>()
  readonly #closed = new Map<CloseCode, number>()
  #leaving: Promise<void> | null = null

  constructor({ store, log, clock = systemClock, leaveOver = LEAVE_OVER, history }: Options) {
    this.#store = store
    this.#log = log
    this.#clock = clock
    this.#leaveOver = leaveOver
    this.#history = history ?? null
  }

  get isLeaving(): boolean {
    return this.#leaving !== null
  }

  /**
   * Loads the map and keeps it in memory while `use` runs. Rejects with `StoreError` `unknown_map` when there is no
   * such map, and with what the store or `use` reject with.
   */
  async with<T>(map: string, use: (room: OpenMap) => T | Promise<T>): Promise<T> {
    const room = await this.open(map)
    if (!room) throw new StoreError('unknown_map', 'There is no such map.')
    const release = room.hold()
    try {
      return await use(room)
    } finally {
      release()
    }
  }

  /** The room of a map, loaded if need be; null for an unknown map. Use it before anything else is awaited. */
  async open(map: string): Promise<Room | null> {
    for (;;) {
      const slot = this.#slots.get(map)
      const room = slot === undefined ? await this.#load(map) : await slot.room
      // Between its promise and this line a room can have ended.
      if (room === null || room.isOpen) return room
    }
  }

  /**
   * Closes every socket of a map and forgets it. To be called after the map was deleted from the store: whoever came
   * in between is then closed too.
   */
  async closeMap(map: string, code: CloseCode = CLOSE.notFound): Promise<void> {
    this.arrivals.closeWhere(map, () => true, code)
    const room = await this.#opened(this.#slots.get(map))
    if (!room) return
    room.end(code)
    this.#forget(room)
  }

  /**
   * Puts another document in the place of the map's, see `Store.rewrite`. `make` is given the document when all of it
   * is on disk, and has it to itself; nothing but a version's number leads from the old to the new. Then everybody is
   * closed with 4410, and so is whoever was just coming in: their copies belong to another epoch. Rejects with
   * `unknown_map` and with what the store or `make` reject with, and then nothing has changed.
   */
  async rewrite(map: string, author: string, make: (doc: Room['doc']) => Promise<Rewritten>): Promise<void> {
    const room = await this.open(map)
    if (!room) throw new StoreError('unknown_map', 'There is no such map.')
    const release = room.hold()
    try {
      await room.rewrite(author, make)
    } finally {
      release()
    }
    this.#forget(room)
    this.arrivals.closeWhere(map, () => true, CLOSE.otherEpoch)
    this.#log.info({ map, by: author }, 'the history of a map was rewritten')
  }

  /** Closes the sockets of those who are meant, and of those who are just coming in. */
  closeWhere(map: string, isMeant: (identity: Identity) => boolean, code: CloseCode): void {
    this.arrivals.closeWhere(map, isMeant, code)
    const room = this.#roomOf(map)
    for (const member of room?.members ?? []) if (isMeant(member.identity)) member.close(code)
  }

  /**
   * Lets nobody in any more, closes all sockets with 1012 over a short time, and resolves when everything is on disk.
   * A disk that fails is waited for some seconds only. Calling it again waits for the same end.
   */
  stop(): Promise<void> {
    this.#leaving ??= this.#stop()
    return this.#leaving
  }

  stats(): RoomsStats {
    return statsOf(this.#rooms(), this.#closed)
  }

  #load(map: string): Promise<Room | null> {
    const room = this.#loadRoom(map)
    this.#slots.set(map, { state: 'loading', room })
    return room
  }

  async #loadRoom(map: string): Promise<Room | null> {
    try {
      const loaded = await loadMended(this.#store, map, this.#clock.now(), this.#log)
      if (!loaded) {
        this.#slots.delete(map)
        return null
      }
      const room: Room = new Room(loaded, {
        map,
        store: this.#store,
        clock: this.#clock,
        events: {
          changed: () => this.#consider(room),
          closed: code => this.#closed.set(code, (this.#closed.get(code) ?? 0) + 1),
          ended: why => {
            this.#log.error({ map, code: why.code, error: why.message }, 'a room ended')
            this.#forget(room)
          },
          troubled: (what, details) => this.#log.warn({ map, ...details }, what),
        },
      })
      this.#slots.set(map, { state: 'ready', room })
      if (this.#history) this.#watched.set(room, this.#history.watch(map))
      this.#consider(room)
      // A room that is never empty, or whose server was killed, was not compacted when it was left.
      void room.compact()
      return room
    } catch (error) {
      this.#slots.delete(map)
      throw error
    }
  }

  /** Starts or stops the time after which a room that nobody uses is unloaded. */
  #consider(room: Room): void {
    const slot = this.#slots.get(room.map)
    if (!slot || slot.state === 'loading' || slot.room !== room) return
    if (slot.state === 'ready' && room.isIdle) {
      const stay = this.#clock.after(IDLE, () => this.#unload(room))
      this.#slots.set(room.map, { state: 'unloading', room, stay })
    } else if (slot.state === 'unloading' && !room.isIdle) {
      slot.stay()
      this.#slots.set(room.map, { state: 'ready', room })
    }
  }

  #unload(room: Room): void {
    room.end(CLOSE.leaving)
    this.#forget(room)
    void room.compact()
    this.#history?.keep(room.map)
  }

  #forget(room: Room): void {
    this.#watched.get(room)?.()
    this.#watched.delete(room)
    const slot = this.#slots.get(room.map)
    if (!slot || slot.state === 'loading' || slot.room !== room) return
    if (slot.state === 'unloading') slot.stay()
    this.#slots.delete(room.map)
  }

  async #stop(): Promise<void> {
    const members = this.#rooms().flatMap(room => [...room.members])
    await Promise.all(members.map((member, index) => this.#leave(member, (index / members.length) * this.#leaveOver)))
    await Promise.all([...this.#slots.values()].map(slot => this.#settle(slot)))
    for (const room of this.#rooms()) {
      room.end(CLOSE.leaving)
      this.#forget(room)
    }
  }

  #leave(member: Member, after: number): Promise<void> {
    return new Promise(resolve => {
      const leave = () => {
        member.close(CLOSE.leaving)
        resolve()
      }
      if (after === 0) leave()
      else this.#clock.after(after, leave)
    })
  }

  async #settle(slot: Slot): Promise<void> {
    const room = await this.#opened(slot)
    if (!room) return
    const isDurable = await new Promise<boolean>(resolve => {
      const stop = this.#clock.after(LEAVE_PATIENCE, () => resolve(false))
      void room.drained().then(() => {
        stop()
        resolve(true)
      })
    })
    if (!isDurable) this.#log.error({ map: room.map }, 'left before everything was on disk')
  }

  /** Waits for a room that is being loaded; null when there is none, or it cannot be loaded. */
  async #opened(slot: Slot | undefined): Promise<Room | null> {
    try {
      return (await slot?.room) ?? null
    } catch {
      return null
    }
  }

  #roomOf(map: string): Room | null {
    const slot = this.#slots.get(map)
    return slot === undefined || slot.state === 'loading' ? null : slot.room
  }

  #rooms(): Room[] {
    return [...this.#slots.keys()].flatMap(map => this.#roomOf(map) ?? [])
  }
}

export function createRooms(options: Options): Rooms {
  return new Rooms(options)
}
