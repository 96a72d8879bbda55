import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Change } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import { type UndoSteps, undoSteps } from '#shared/doc/undo.ts'
import { newId } from '#shared/model/ids.ts'
import { CLOSE } from '#shared/protocol/closeCodes.ts'
import { OPEN_SESSION, readSession, type SessionState } from '#shared/protocol/session.ts'
import { Barrier } from './barrier.ts'
import { Connection } from './Connection.ts'
import { changeInWords, titlesIn } from './changeInWords.ts'
import type { CopyOf } from './copyDatabase.ts'
import { EDITS_REFUSED, type Ending, endingOf, withoutAdvice } from './ending.ts'
import { LeadLink } from './LeadLink.ts'
import type { Found, Keeps, LocalCopy, SetAside } from './LocalCopy.ts'
import { notedUndo } from './notedUndo.ts'
import type { Opened } from './openDocument.ts'
import { nextSaved, OPENING, type SavedEvent, type SavedState } from './SavedState.ts'
import { Unsaved, type UnsavedEdit } from './Unsaved.ts'

export type SessionOptions = {
  map: string
  token: string
  /** The person's id as the server knows it; stands in what marks a record as deleted. */
  person: string
  /** Where the sync socket is, as in `ws://localhost:4400/sync`. */
  address: string
  /** The document that was made of what `copy` found. */
  opened: Opened
  copy: LocalCopy
  /** What `copy` found beside the document. */
  found: Pick<Found, 'unsaved' | 'aside'>
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
  /** Who presents the map, and where. */
  readonly leading: LeadLink
  /** Which history of the map the document belongs to; null when that is not known. */
  readonly copyOf: CopyOf | null
  private readonly connection: Connection
  private readonly copy: LocalCopy
  private readonly barrier = new Barrier()
  private readonly unsaved: Unsaved
  private readonly person: string
  private readonly listeners = new Set<Listener>()
  private current: SavedState = OPENING
  private state: SessionState = OPEN_SESSION
  private aside: readonly SetAside[]
  private end: Ending | null = null
  /** What the server sent, as long as the document holds nothing else. */
  private sent: readonly Uint8Array[] | null
  private isReady: boolean
  private isFlushing = false
  /** Changes of the document that were made here. */
  private edits = 0

  constructor({ map, token, person, address, opened, copy, found }: SessionOptions) {
    this.doc = opened.doc
    this.copyOf = opened.epoch === null ? null : { epoch: opened.epoch, version: DOCUMENT_VERSION }
    this.person = person
    this.copy = copy
    this.aside = found.aside
    this.unsaved = new Unsaved(newId(), found.unsaved, copy)
    const note = (words: string) => this.unsaved.add(words, Date.now(), false)
    this.undo = notedUndo(undoSteps(this.doc), {
      doc: this.doc,
      mayWrite: () => this.current.state !== 'refused',
      note,
    })
    this.awareness = new Awareness(this.doc)
    this.isReady = this.doc.getMap('map').size > 0
    this.leading = new LeadLink(map, frame => {
      this.connection.send(frame)
      return this.connection.isSynced
    })
    const params = { token, v: String(DOCUMENT_VERSION) }
    this.connection = new Connection(
      {
        ...{ map, address, doc: this.doc, awareness: this.awareness },
        params: opened.epoch === null ? params : { ...params, epoch: String(opened.epoch) },
      },
      {
        connecting: () => {
          this.leading.connecting()
          this.hear(OPEN_SESSION)
        },
        synced: () => this.sync(),
        lost: () => this.lose(),
        closed: (code, reason) => this.refuse(endingOf(code), code, reason),
        refused: reason => this.refuse(EDITS_REFUSED, CLOSE.roleTooSmall, reason),
        barrier: number => this.confirm(number),
        session: json => this.hear(readSession(json)),
        lead: news => this.leading.hear(news),
      },
    )
    this.sent = opened.sent
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.sent = null
      copy.add(update)
      if (!this.connection.isOrigin(origin)) this.edited()
    })
    copy.subscribe(() => this.notify())
    void this.start(opened.epoch, opened.unusable)
  }

  /** Writes changes as one step of this person; `join` makes it part of the step before (typing in one field). */
  apply(changes: readonly Change[], join = false): void {
    if (changes.length === 0 || this.current.state === 'refused') return
    const titles = titlesIn(this.doc)
    const words = changes.map(change => changeInWords(change, titles)).join('; ')
    const goesOn = join && !this.barrier.settled
    const [now, before] = [Date.now(), this.edits]
    this.undo.join(join)
    edit(this.doc, changes, { person: this.person, now, undo: this.undo.origin })
    this.undo.join(false)
    if (this.edits > before) this.unsaved.add(words, now, goesOn)
  }

  get saved(): SavedState {
    return this.current
  }

  /** What the workshop has in common beside the map: whether it is locked. */
  get workshop(): SessionState {
    return this.state
  }

  /** Whether the whole map is here: from the server, or from this browser's copy. */
  get ready(): boolean {
    return this.isReady
  }

  /** Whether edits are kept in this browser too. */
  get keeps(): Keeps {
    return this.copy.keeps
  }

  /** Whether there are edits that would be lost if this page were closed now. */
  get isAtRisk(): boolean {
    return this.copy.keeps !== 'working' && this.unsaved.list().length > 0
  }

  /** What this browser wrote, also in earlier visits, and the server has not confirmed. */
  get unsavedEdits(): readonly UnsavedEdit[] {
    return this.unsaved.list()
  }

  /** What will not come onto the map by itself any more; kept in this browser until it is dismissed. */
  get asideEdits(): readonly SetAside[] {
    return this.aside
  }

  dismissAside(): void {
    this.copy.forget(this.aside.map(({ key }) => key))
    this.aside = []
    this.notify()
  }

  /** How it goes on after the server refused this session and its edits are cared for; null before. */
  get ending(): Ending | null {
    return this.end
  }

  /** Calls back when something that can be asked here changes. Returns what stops it. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    this.listeners.clear()
    this.undo.destroy()
    this.connection.close()
    this.awareness.destroy()
    this.copy.close()
    this.doc.destroy()
  }

  private async start(epoch: number | null, unusable: string | null): Promise<void> {
    if (unusable !== null) await this.setAside(unusable)
    if (this.doc.isDestroyed) return
    const whole = {
      updates: () => this.takeSent() ?? [Y.encodeStateAsUpdate(this.doc)],
      lines: () => this.unsaved.list(),
    }
    // Without knowing its epoch a copy could never be trusted again.
    if (epoch !== null) this.copy.begin({ epoch, version: DOCUMENT_VERSION }, whole)
    this.connection.connect()
  }

  /** Once: encoding a large document takes as long as a hundred frames, and keeping what it was made of a lot of room. */
  private takeSent(): readonly Uint8Array[] | null {
    const { sent } = this
    this.sent = null
    return sent
  }

  private sync(): void {
    this.isReady = true
    this.leading.synced()
    this.barrier.edited()
    this.become({ type: 'synced' })
    this.notify()
    this.flushSoon()
  }

  private lose(): void {
    this.barrier.disconnected()
    this.become({ type: 'lost', unsaved: this.unsaved.list().length > 0 })
  }

  private edited(): void {
    this.edits++
    this.barrier.edited()
    this.become({ type: 'edited' })
    this.flushSoon()
  }

  /** Sends one barrier for all edits of this turn, behind their own frames. */
  private flushSoon(): void {
    if (this.isFlushing) return
    this.isFlushing = true
    queueMicrotask(() => {
      this.isFlushing = false
      if (!this.connection.isSynced) return
      const frame = this.barrier.next()
      if (frame) this.connection.send(frame)
    })
  }

  private confirm(number: number): void {
    this.barrier.echoed(number)
    if (!this.barrier.settled || this.current.state === 'refused') return
    this.unsaved.clear()
    this.become({ type: 'confirmed' })
  }

  private hear(state: SessionState): void {
    const { locked, lockedAt, storage } = this.state
    if (state.locked === locked && state.lockedAt === lockedAt && state.storage === storage) return
    this.state = state
    this.become({ type: 'storage', failing: state.storage === 'failing', unsaved: !this.barrier.settled })
    this.notify()
  }

  private refuse(ending: Ending, code: number, reason: string): void {
    if (this.current.state === 'refused') return
    this.become({ type: 'refused', code, reason })
    void this.conclude(ending, reason)
  }

  private async conclude(ending: Ending, reason: string): Promise<void> {
    if (ending.edits === 'set aside') await this.setAside(withoutAdvice(reason))
    this.end = ending
    this.notify()
  }

  /** Lets go of this browser's copy; what was not confirmed stays as words. */
  private async setAside(why: string): Promise<void> {
    const edits = this.unsaved.take()
    await this.copy.setAside(edits, why)
    this.aside = [...this.aside, ...edits.map(one => ({ ...one, aside: why }))]
  }

  private become(event: SavedEvent): void {
    const next = nextSaved(this.current, event)
    if (next === this.current) return
    this.current = next
    this.notify()
  }

  private notify(): void {
    for (const listener of this.listeners) listener()
  }
}
