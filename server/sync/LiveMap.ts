import * as Y from 'yjs'
import { encodeStep2 } from '#shared/protocol/messages.ts'
import type { Alongside, Rewriting } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'
import { StoreError } from '../storage/StoreError.ts'
import { Admission, type Admitted } from './Admission.ts'
import type { Clock } from './Clock.ts'
import { Encoded } from './Encoded.ts'
import { Gate } from './Gate.ts'
import { LogTail } from './LogTail.ts'
import { BARRED, TAIL_WHILE_EDITED, UNSAVED } from './limits.ts'
import { type LoadedMap, loadMap } from './loadMap.ts'
import { MapSize, MapTooLarge } from './MapSize.ts'
import { Owners } from './Owners.ts'
import { asStoreError } from './storeErrors.ts'
import { Unsaved } from './Unsaved.ts'
import { Writer } from './Writer.ts'

/** What a live map is given to work with; `S` is who sends updates. */
export type LiveMapNeeds<S> = {
  map: string
  store: Store
  clock: Clock
  /** The author who is here under this client id, as presence tells; null for none. */
  presentAs(client: number): string | null
  /** An update is on disk and may be shown; `sources` wrote it, null among them for what none of them knows yet. */
  written(update: Uint8Array, sources: ReadonlySet<S | null>): void
  /** Writing began to fail, or works again: `failure` tells. */
  storageChanged(): void
  /** `isQuiet` may have changed. */
  changed(): void
  /** The map cannot go on: the store does not have it, or will not take it, any more. */
  ended(why: StoreError): void
  /** Something that an operator would ask about. */
  troubled(what: string, details: Record<string, unknown>): void
}

/** What became of an update that somebody sent; see `Admitted`. Of what is `broken` or `reserved` nothing stays. */
export type Outcome = Exclude<Admitted, 'broken'>

/** What a map is made into when it is rewritten. */
export type Rewritten = Pick<Rewriting, 'state' | 'versions'>

/** An update of no one, for a log entry that changes nothing in the document. */
const NOTHING = Uint8Array.of(0, 0)

/** The document of one map, and its way to the disk. Knows no connections. */
export class LiveMap<S> {
  readonly epoch: number
  readonly isDamaged: boolean
  readonly #needs: LiveMapNeeds<S>
  readonly #writer: Writer<S | null>
  readonly #gate = new Gate()
  readonly #owners: Owners
  readonly #size = new MapSize(
    () => this.#doc,
    () => Y.encodeStateAsUpdate(this.#doc).byteLength,
  )
  readonly #unsaved = new Unsaved()
  readonly #admission: Admission
  readonly #encoded = new Encoded(() => this.#doc)
  #doc: Y.Doc
  #seq: number
  readonly #tail: LogTail
  #isOpen = true
  #isFailing = false
  #retired = 0
  /** What the document emitted during the change that is being made. */
  #emitted: Uint8Array[] = []

  constructor(loaded: LoadedMap, needs: LiveMapNeeds<S>) {
    this.epoch = loaded.epoch
    this.isDamaged = loaded.isDamaged
    this.#needs = needs
    this.#owners = new Owners(loaded.owners)
    this.#admission = new Admission({
      doc: () => this.#doc,
      owners: this.#owners,
      unsaved: this.#unsaved,
      size: this.#size,
      presentAs: needs.presentAs,
    })
    this.#seq = loaded.seq
    this.#tail = new LogTail(loaded.tail, () => needs.store.compact(needs.map), needs.troubled)
    this.#doc = this.#listenTo(loaded.doc)
    this.#writer = new Writer(
      {
        append: (update, author) => this.#appendEdit(update, author),
        written: (update, sources) => {
          this.#unsaved.saved(update)
          needs.written(update, sources)
          this.#tellFailing(false)
          needs.changed()
        },
        delayed: ({ code, message }, pause) => {
          needs.troubled('cannot write', { code, error: message, pause })
          this.#tellFailing(true)
        },
        ended: error => this.#endBecause(error),
      },
      needs.clock,
    )
  }

  /** May be ahead of the disk by what is just being written. */
  get doc(): Y.Doc {
    return this.#doc
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Whether everything is on disk and nobody works on the document. */
  get isQuiet(): boolean {
    return this.#writer.isDurable && !this.#gate.isShut
  }

  /** Whether somebody has the document to themselves, so that what is passed on has to wait. */
  get isBusy(): boolean {
    return this.#gate.isShut
  }

  /** Why nothing can be written just now; null while all is well. */
  get failure(): StoreError | null {
    return this.#writer.failure
  }

  /** Bytes of edits that are not on disk yet. */
  get unsaved(): number {
    return this.#writer.unsaved
  }

  /** Milliseconds since the oldest edit came that is not on disk yet; 0 when all are. */
  get lag(): number {
    return this.#writer.lag
  }

  /** What the log holds beyond the newest snapshot. */
  get tail(): { readonly entries: number; readonly bytes: number } {
    return this.#tail
  }

  /** Runs now, or in its turn when an edit of the server's own is over. */
  inTurn(run: () => void): void {
    this.#gate.pass(run)
  }

  /** Runs when everything that was taken in so far is on disk: at once when it is. */
  afterDurable(run: () => void): void {
    this.#writer.afterDurable(run)
  }

  /** Resolves when everything that was taken in so far is on disk; rejects as soon as the disk fails. */
  settled(): Promise<void> {
    return this.#writer.settled()
  }

  /** Resolves when nobody works on the document and all of it is on disk, however long that takes. */
  drained(): Promise<void> {
    return this.#alone(() => this.#durable())
  }

  /** The frames that answer a client with this state vector, in their order. Throws on bad bytes. */
  step2(stateVector: Uint8Array): readonly Uint8Array[] {
    const hasNothing = stateVector.length === 1 && stateVector[0] === 0
    return hasNothing ? this.#encoded.frames() : [encodeStep2(Y.encodeStateAsUpdate(this.#doc, stateVector))]
  }

  /** See `Admission.preview`. */
  preview(update: Uint8Array): ReturnType<Admission['preview']> {
    return this.#admission.preview(update)
  }

  /**
   * Takes an update in; what it really changed goes to the disk, and is then shown. To be called in its turn. `mayRule`:
   * see `Admission.admit`.
   */
  apply(update: Uint8Array, author: string, source: S, mayRule: boolean): Outcome {
    const isFull = this.#writer.unsaved > UNSAVED
    const admit = () => this.#admission.admit(update, author, { isFull, mayRule })
    const { made: admitted, emitted } = this.#emittedBy(admit)
    if (admitted === 'broken' || admitted === 'reserved') {
      // The document may hold some of it, so it is read anew; what others wrote before is written first.
      const error = admitted === 'broken' ? 'No client could have written it so.' : 'Only facilitators may change this.'
      this.#needs.troubled('could not apply an update', { error })
      void this.#alone(() => this.#durable().then(() => this.#reload()))
      return admitted === 'broken' ? 'unreadable' : 'reserved'
    }
    // After the first come deletions with which Yjs tidies up formatted text; they are new to the sender too.
    for (const [index, bytes] of emitted.entries()) this.#writer.add(bytes, author, index === 0 ? source : null)
    return admitted
  }

  /**
   * Makes these client ids nobody's for the life of the map, because something that this author wrote under them was
   * refused. Only so many in one session of a map: each is kept for good.
   */
  retire(clients: readonly number[], author: string): void {
    const some = clients.slice(0, BARRED - this.#retired)
    if (some.length === 0) return
    this.#retired += some.length
    this.#append(NOTHING, author, { retires: some }).catch(error => {
      this.#needs.troubled('could not bar what was refused', { error: String(error) })
    })
  }

  /** See `Room.commit`. */
  commit(author: string, change: (doc: Y.Doc) => void, alongside?: Alongside): Promise<number> {
    return this.#alone(async () => {
      if (!this.#isOpen) throw new StoreError('closed', 'The map was closed.')
      await this.#writer.settled()
      try {
        return await this.#commit(author, change, alongside)
      } catch (error) {
        await this.#reload()
        throw error
      }
    })
  }

  /** See `Rooms.rewrite`. `done` runs before anybody else comes to the document again. */
  rewrite(author: string, make: (doc: Y.Doc) => Promise<Rewritten>, done: () => void): Promise<void> {
    return this.#alone(async () => {
      if (!this.#isOpen) throw new StoreError('closed', 'The map was closed.')
      await this.#writer.settled()
      const made = await make(this.#doc)
      const retired = [...this.#doc.store.clients.keys()]
      const by = { author, at: this.#needs.clock.now() }
      await this.#needs.store.rewrite(this.#needs.map, { ...made, seq: this.#seq, retired }, by)
      done()
    })
  }

  /** Folds the log into a snapshot where it got long, away from the path of edits. Never rejects. */
  async compact(): Promise<void> {
    if (!this.isDamaged) await this.#tail.fold()
  }

  /** Forgets everything, also what is not on disk yet. */
  end(): void {
    this.#isOpen = false
    this.#writer.end()
    this.#doc.destroy()
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#gate.alone(work).finally(() => this.#needs.changed())
  }

  async #commit(author: string, change: (doc: Y.Doc) => void, alongside?: Alongside): Promise<number> {
    const { emitted } = this.#emittedBy(() => change(this.#doc))
    if (emitted.length === 0 && !alongside) return this.#seq
    if (!this.#size.isWithin()) throw new MapTooLarge('The map would hold more than a map may.')
    const update = emitted.length === 0 ? NOTHING : Y.mergeUpdates([...emitted])
    const seq = await this.#append(update, author, alongside)
    if (emitted.length > 0) this.#needs.written(update, new Set([null]))
    return seq
  }

  async #appendEdit(update: Uint8Array, author: string): Promise<number> {
    const clients = this.#owners.unsaved(author)
    const seq = await this.#append(update, author, { clients })
    this.#owners.saved(author, clients)
    return seq
  }

  async #append(update: Uint8Array, author: string, alongside?: Alongside): Promise<number> {
    const by = { author, at: this.#needs.clock.now() }
    const seq = await this.#needs.store.append(this.#needs.map, update, by, alongside)
    this.#seq = Math.max(this.#seq, seq)
    this.#tail.grewBy(update.byteLength)
    if (this.#tail.isOver(TAIL_WHILE_EDITED)) void this.compact()
    return seq
  }

  #tellFailing(isFailing: boolean): void {
    if (this.#isFailing === isFailing) return
    this.#isFailing = isFailing
    this.#needs.storageChanged()
  }

  /** Makes memory equal to the disk again. Called with the gate shut; ends the map when that cannot be done. */
  async #reload(): Promise<void> {
    if (!this.#isOpen) return
    try {
      const loaded = await loadMap(this.#needs.store, this.#needs.map)
      if (!loaded) throw new StoreError('unknown_map', 'There is no such map.')
      if (loaded.isDamaged) throw new StoreError('damaged', 'The log of this map is damaged.')
      this.#doc.destroy()
      this.#doc = this.#listenTo(loaded.doc)
      this.#unsaved.clear()
      this.#seq = loaded.seq
    } catch (error) {
      this.#endBecause(asStoreError(error))
    }
  }

  #endBecause(error: StoreError): void {
    if (!this.#isOpen) return
    this.end()
    this.#needs.ended(error)
  }

  #durable(): Promise<void> {
    return new Promise(resolve => this.#writer.afterDurable(resolve))
  }

  #listenTo(doc: Y.Doc): Y.Doc {
    this.#encoded.forget()
    this.#size.forget()
    doc.on('update', (update: Uint8Array) => {
      this.#encoded.grewBy(update)
      this.#size.grewBy(update.byteLength)
      this.#emitted.push(update)
    })
    return doc
  }

  /** What `change` answers, and what the document emits meanwhile. */
  #emittedBy<T>(change: () => T): { made: T; emitted: readonly Uint8Array[] } {
    this.#emitted = []
    const made = change()
    const emitted = this.#emitted
    this.#emitted = []
    return { made, emitted }
  }
}
