import * as Y from 'yjs'
import { StoreError } from '../storage/StoreError.ts'
import type { Clock } from './Clock.ts'
import { RETRY_FIRST, RETRY_LONGEST } from './limits.ts'
import { asStoreError, isForGood } from './storeErrors.ts'

/** What a writer is given to work with; `S` is who wrote. */
export type WriterSteps<S> = {
  /** Resolves when the bytes are on disk, rejects with a `StoreError`. */
  append(update: Uint8Array, author: string): Promise<unknown>
  /** Everything of one commit, merged; nobody else saw it before. */
  written(update: Uint8Array, sources: ReadonlySet<S>): void
  /** An attempt failed; it is made again after so many milliseconds. */
  delayed(error: StoreError, pause: number): void
  /** The store will never take it; this writer has ended. */
  ended(error: StoreError): void
}

/** `since`: when the first of it came. */
type Gathered<S> = { byAuthor: Map<string, Uint8Array[]>; sources: Set<S>; last: number; bytes: number; since: number }
type Waiting = { readonly edit: number; run(): void; failed?(error: StoreError): void }
type State =
  | { readonly name: 'idle' }
  /** The turn of the event loop goes on; whatever else it brings is written together. */
  | { readonly name: 'gathering' }
  | { readonly name: 'writing' }
  | { readonly name: 'failing'; readonly error: StoreError; readonly stop: () => void }
  | { readonly name: 'ended' }

/**
 * Brings edits to the disk in order. What one turn of the event loop brings, or what comes while the disk is busy, is
 * written together, one log entry for each author; then it is shown and waiting barriers are answered.
 *
 * Entries of one batch go to the store together. They do not build on each other, because nobody sees an edit before
 * it is written; so when only some of them succeed, the others can follow later without a gap between.
 */
export class Writer<S> {
  readonly #steps: WriterSteps<S>
  readonly #clock: Clock
  #gathered: Gathered<S> = nothingGathered()
  #waiting: Waiting[] = []
  #edits = 0
  #durable = 0
  #unsaved = 0
  /** When the oldest edit came that is being written; null while none is. */
  #writingSince: number | null = null
  #state: State = { name: 'idle' }

  constructor(steps: WriterSteps<S>, clock: Clock) {
    this.#steps = steps
    this.#clock = clock
  }

  get isDurable(): boolean {
    return this.#durable === this.#edits
  }

  /** Bytes that are not on disk yet. */
  get unsaved(): number {
    return this.#unsaved
  }

  /** Milliseconds since the oldest edit came that is not on disk yet; 0 when all are. */
  get lag(): number {
    if (this.isDurable) return 0
    return Math.max(0, this.#clock.now() - (this.#writingSince ?? this.#gathered.since))
  }

  /** Why the last attempt to write failed; null while all is well. */
  get failure(): StoreError | null {
    return this.#state.name === 'failing' ? this.#state.error : null
  }

  /** `update` must be what Yjs emitted, not what came over the wire. */
  add(update: Uint8Array, author: string, source: S): void {
    if (this.#gathered.byAuthor.size === 0) this.#gathered.since = this.#clock.now()
    const updates = this.#gathered.byAuthor.get(author) ?? []
    updates.push(update)
    this.#gathered.byAuthor.set(author, updates)
    this.#gathered.sources.add(source)
    this.#gathered.bytes += update.byteLength
    this.#unsaved += update.byteLength
    this.#edits += 1
    this.#gathered.last = this.#edits
    if (this.#state.name === 'idle') {
      this.#state = { name: 'gathering' }
      setImmediate(() => this.#next())
    }
  }

  /** Runs when everything that was added so far is on disk: at once when it is. */
  afterDurable(run: () => void): void {
    if (this.isDurable) run()
    else this.#waiting.push({ edit: this.#edits, run })
  }

  /** Resolves as `afterDurable` runs; rejects as soon as the disk fails. */
  settled(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.failure) reject(this.failure)
      else if (this.isDurable) resolve()
      else this.#waiting.push({ edit: this.#edits, run: resolve, failed: reject })
    })
  }

  /** Lets go of everything that is not written yet, and tells those who wait for it why. */
  end(why = new StoreError('closed', 'The map was closed.')): void {
    if (this.#state.name === 'failing') this.#state.stop()
    this.#state = { name: 'ended' }
    this.#gathered = nothingGathered()
    const waiting = this.#waiting
    this.#waiting = []
    for (const { failed } of waiting) failed?.(why)
  }

  #next(): void {
    if (this.#state.name === 'ended') return
    const { byAuthor, sources, last, bytes, since } = this.#gathered
    if (byAuthor.size === 0) {
      this.#state = { name: 'idle' }
      return
    }
    this.#gathered = nothingGathered()
    this.#writingSince = since
    try {
      const entries = [...byAuthor].map(([author, updates]) => ({ author, update: merge(updates) }))
      const all = merge(entries.map(entry => entry.update))
      void this.#write(entries, RETRY_FIRST, () => {
        this.#durable = last
        this.#writingSince = null
        this.#unsaved -= bytes
        this.#steps.written(all, sources)
        this.#answer()
        this.#next()
      })
    } catch (error) {
      // Yjs could not merge what it wrote itself. Whatever brought that about must not end the process.
      this.#endBecause(asStoreError(error))
    }
  }

  async #write(entries: { author: string; update: Uint8Array }[], pause: number, written: () => void): Promise<void> {
    this.#state = { name: 'writing' }
    const settled = await Promise.allSettled(entries.map(entry => this.#steps.append(entry.update, entry.author)))
    if (this.#hasEnded()) return
    const left = entries.filter((_, index) => settled[index]?.status === 'rejected')
    if (left.length === 0) return written()

    const errors = settled.flatMap(outcome => (outcome.status === 'rejected' ? [asStoreError(outcome.reason)] : []))
    const [error] = errors.toSorted((a, b) => Number(isForGood(b)) - Number(isForGood(a)))
    if (!error) return
    if (isForGood(error)) return this.#endBecause(error)
    const again = () => void this.#write(left, Math.min(pause * 2, RETRY_LONGEST), written)
    this.#state = { name: 'failing', error, stop: this.#clock.after(pause, again) }
    this.#steps.delayed(error, pause)
    const impatient = this.#waiting.filter(waiting => waiting.failed)
    this.#waiting = this.#waiting.filter(waiting => !waiting.failed)
    for (const waiting of impatient) waiting.failed?.(error)
  }

  #endBecause(error: StoreError): void {
    this.end(error)
    this.#steps.ended(error)
  }

  /** Asked again after an await, during which the room may have been closed. */
  #hasEnded(): boolean {
    return this.#state.name === 'ended'
  }

  #answer(): void {
    const ready = this.#waiting.filter(waiting => waiting.edit <= this.#durable)
    this.#waiting = this.#waiting.filter(waiting => waiting.edit > this.#durable)
    for (const waiting of ready) waiting.run()
  }
}

function nothingGathered<S>(): Gathered<S> {
  return { byAuthor: new Map(), sources: new Set(), last: 0, bytes: 0, since: 0 }
}

function merge(updates: Uint8Array[]): Uint8Array {
  const [only] = updates
  return only && updates.length === 1 ? only : Y.mergeUpdates(updates)
}
