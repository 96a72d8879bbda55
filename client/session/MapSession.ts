import * as decoding from 'lib0/decoding'
import type * as encoding from 'lib0/encoding'
import { IndexeddbPersistence } from 'y-indexeddb'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { Change } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { newDoc } from '#shared/doc/roots.ts'
import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import { type UndoSteps, undoSteps } from '#shared/doc/undo.ts'
import { MESSAGE } from '#shared/protocol/messages.ts'
import { OPEN_SESSION, readSession, type SessionState } from '#shared/protocol/session.ts'
import { Barrier } from './barrier.ts'
import { exchangePresence } from './presenceTraffic.ts'
import { OPENING, type SavedState } from './SavedState.ts'
import { Unsaved, type UnsavedEdit } from './unsaved.ts'

export type SessionOptions = {
  map: string
  token: string
  /** The person's id as the server knows it; stands in what marks a record as deleted. */
  person: string
  /** Where the sync socket is, as in `ws://localhost:4400/sync`. */
  address: string
  /** Whether edits are kept in this browser as well. */
  keepCopy: boolean
}

type Listener = () => void

/**
 * Owns the document of one open map, its connection, its undo and its copy in this browser.
 * Everything above it reads the document through the store and changes it through `apply`.
 */
export class MapSession {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly undo: UndoSteps
  private readonly provider: WebsocketProvider
  private readonly copy: IndexeddbPersistence | null
  private readonly barrier = new Barrier()
  private readonly unsaved = new Unsaved()
  private readonly person: string
  private readonly listeners = new Set<Listener>()
  private current: SavedState = OPENING
  private state: SessionState = OPEN_SESSION
  private reason = ''
  private synced = false
  private flushing = false
  private readonly stops: Listener[] = []

  constructor({ map, token, person, address, keepCopy }: SessionOptions) {
    this.doc = newDoc()
    this.person = person
    this.undo = undoSteps(this.doc)
    this.awareness = new Awareness(this.doc)
    this.copy = keepCopy ? openCopy(map, this.doc) : null
    this.provider = new WebsocketProvider(address, map, this.doc, {
      connect: false,
      awareness: this.awareness,
      params: { token, v: String(DOCUMENT_VERSION) },
      disableBc: true,
      maxBackoffTime: 5_000,
    })
    this.listen()
    void this.start()
  }

  /** Writes changes as one step of this person; `join` makes it part of the step before (typing in one field). */
  apply(changes: readonly Change[], join = false): void {
    if (changes.length === 0 || this.current.state === 'refused') return
    const now = Date.now()
    this.unsaved.add(changes, now, join && !this.barrier.settled)
    this.undo.join(join)
    edit(this.doc, changes, { person: this.person, now, undo: this.undo.origin })
    this.undo.join(false)
  }

  get saved(): SavedState {
    return this.current
  }

  /** What the workshop has in common beside the map: whether it is locked. */
  get workshop(): SessionState {
    return this.state
  }

  /** What this browser wrote since the server last confirmed everything. */
  get unsavedEdits(): readonly UnsavedEdit[] {
    return this.unsaved.list()
  }

  /**
   * Lets go of this browser's copy. After a refusal the copy holds what the server will never take, so the map has to
   * be opened anew without it.
   */
  async dropCopy(): Promise<void> {
    await this.copy?.clearData().catch(() => undefined)
  }

  /** Whether the whole map is here: from the server, or from this browser's copy. */
  get ready(): boolean {
    return this.synced
  }

  /** Calls back when `saved`, `ready` or `workshop` changes. Returns what stops it. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    for (const stop of this.stops) stop()
    this.listeners.clear()
    this.undo.destroy()
    this.provider.destroy()
    this.awareness.destroy()
    void this.copy?.destroy()
    this.doc.destroy()
  }

  /** The copy in this browser is read first, so that what was edited offline is asked for and sent in one go. */
  private async start(): Promise<void> {
    await this.copy?.whenSynced.catch(() => undefined)
    if (this.doc.isDestroyed) return
    if (this.doc.getMap('map').size > 0) this.becomeReady()
    this.provider.connect()
  }

  private listen(): void {
    const { provider, awareness, doc } = this
    const handlers = provider.messageHandlers as ((e: encoding.Encoder, d: decoding.Decoder) => void)[]
    handlers[MESSAGE.barrier] = (_, decoder) => {
      this.barrier.echoed(decoding.readVarUint(decoder))
      this.settle()
    }
    handlers[MESSAGE.denied] = (_, decoder) => {
      decoding.readVarUint(decoder)
      this.reason = decoding.readVarString(decoder)
    }
    handlers[MESSAGE.refused] = (_, decoder) => {
      this.become({ state: 'refused', code: 4403, reason: decoding.readVarString(decoder) })
    }

    handlers[MESSAGE.session] = (_, decoder) => this.hear(readSession(decoding.readVarString(decoder)))

    // The stock provider sends every state on that it hears of; ours sends only its own.
    awareness.off('update', provider._awarenessUpdateHandler)
    const presence = exchangePresence(awareness, frame => this.send(frame))
    handlers[MESSAGE.motion] = (_, decoder) => presence.hear(decoding.readVarUint8Array(decoder))
    this.stops.push(presence.stop)

    const edited = (_: Uint8Array, origin: unknown) => {
      if (origin === provider || origin === this.copy) return
      this.barrier.edited()
      this.become(provider.wsconnected ? { state: 'saving' } : { state: 'offline', unsaved: true })
      this.flushSoon()
    }
    doc.on('update', edited)
    provider.on('sync', (synced: boolean) => {
      if (!synced) return
      this.becomeReady()
      this.barrier.edited()
      this.flushSoon()
    })
    provider.on('status', ({ status }) => {
      // A connection that has not heard of a lock is on an open map.
      if (status === 'connecting') this.hear(OPEN_SESSION)
      if (status === 'connected') presence.connected()
    })
    provider.on('connection-close', event => {
      this.barrier.disconnected()
      if (event && event.code >= 4400 && event.code < 4500) {
        this.become({ state: 'refused', code: event.code, reason: this.reason || event.reason })
      } else if (this.current.state !== 'refused' && (this.ready || event === null)) {
        this.become({ state: 'offline', unsaved: !this.barrier.settled })
      }
    })
    const wake = () => {
      if (this.current.state === 'offline') this.provider.connect()
    }
    globalThis.addEventListener?.('online', wake)
    this.stops.push(() => globalThis.removeEventListener?.('online', wake))
  }

  private hear(state: SessionState): void {
    if (state.locked === this.state.locked && state.lockedAt === this.state.lockedAt) return
    this.state = state
    this.notify()
  }

  private becomeReady(): void {
    if (this.synced) return
    this.synced = true
    this.notify()
  }

  /** Sends one barrier for all edits of this turn, behind their own frames. */
  private flushSoon(): void {
    if (this.flushing) return
    this.flushing = true
    queueMicrotask(() => {
      this.flushing = false
      if (!this.provider.synced) return
      const frame = this.barrier.next()
      if (frame) {
        this.send(frame)
        this.become({ state: 'saving' })
      }
    })
  }

  private settle(): void {
    if (!this.barrier.settled || this.current.state === 'refused') return
    this.unsaved.clear()
    this.become({ state: 'saved' })
  }

  private send(frame: Uint8Array): void {
    const { ws } = this.provider
    if (ws && ws.readyState === ws.OPEN) ws.send(frame as Uint8Array<ArrayBuffer>)
  }

  private become(next: SavedState): void {
    if (JSON.stringify(next) === JSON.stringify(this.current)) return
    this.current = next
    this.notify()
  }

  private notify(): void {
    for (const listener of this.listeners) listener()
  }
}

function openCopy(map: string, doc: Y.Doc): IndexeddbPersistence | null {
  return typeof indexedDB === 'undefined' ? null : new IndexeddbPersistence(`verbatim-${map}`, doc)
}
