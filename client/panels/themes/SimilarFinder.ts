import type { Quote } from '#shared/model/kinds.ts'
import type { Closeness } from '#shared/model/similar/groupSimilar.ts'
import type { PlaceSuggestion } from '#shared/model/similar/suggestPlaces.ts'
import type { SimilarReply, SimilarWork } from './similarWork.ts'

/** Quotes that say similar things, by their ids, with the words that tell them from all others. */
export type Theme = { key: string; quotes: readonly string[]; words: readonly string[] }

/** What was found in how many quotes; of `unreadable` no words could be told. */
export type Themes = { themes: readonly Theme[]; read: number; unreadable: number }

/** Which part of the work is done, 0…1. */
type OnPart = (part: number) => void

/** Reading takes about so much of the time that finding themes takes. */
const READING = 0.4

type Waiting = {
  resolve(answer: unknown): void
  reject(error: Error): void
  onDone: ((done: number) => void) | undefined
}

/** Compares quotes in a worker of its own, which is started when it is first needed and reads each quote once. */
export class SimilarFinder {
  private worker: Worker | null = null
  private texts: readonly string[] = []
  private read: Promise<{ unreadable: number }> | null = null
  private readonly waiting = new Map<number, Waiting>()
  private number = 0

  /** Groups of quotes of different customers. Rejects when it is stopped, or when the worker fails. */
  async themes(quotes: readonly Quote[], closeness: Closeness, onPart: OnPart): Promise<Themes> {
    const { unreadable } = await this.reading(quotes, done => onPart((done / quotes.length) * READING))
    const speakers = quotes.map(({ customer }) => customer)
    const groups = await this.ask('groups', { speakers, closeness }, done =>
      onPart(READING + (done / quotes.length) * (1 - READING)),
    )
    const idOf = (at: number) => quotes[at]?.id ?? ''
    const themes = groups.map(group => ({
      key: idOf(group.quotes[0] ?? -1),
      quotes: group.quotes.map(idOf),
      words: group.words,
    }))
    return { themes, unreadable, read: quotes.length }
  }

  /** Where a quote may belong by where the others lie. */
  async place(quotes: readonly Quote[], quote: string): Promise<PlaceSuggestion | null> {
    await this.reading(quotes)
    const at = quotes.findIndex(({ id }) => id === quote)
    if (at < 0) return null
    const places = quotes.map(({ touchpoint }) => touchpoint)
    const speakers = quotes.map(({ customer }) => customer)
    return this.ask('place', { at, places, speakers })
  }

  /** Stops whatever is under way, and lets go of what was read. */
  stop(): void {
    this.worker?.terminate()
    this.worker = null
    this.read = null
    this.texts = []
    for (const { reject } of this.waiting.values()) reject(new Error('stopped'))
    this.waiting.clear()
  }

  private reading(quotes: readonly Quote[], onDone?: (done: number) => void): Promise<{ unreadable: number }> {
    const isSame = quotes.length === this.texts.length && quotes.every(({ text }, at) => text === this.texts[at])
    if (!isSame || this.read === null) {
      this.texts = quotes.map(({ text }) => text)
      this.read = this.ask('read', { texts: this.texts }, onDone)
    }
    return this.read
  }

  private ask<K extends keyof SimilarWork>(
    what: K,
    wish: SimilarWork[K]['ask'],
    onDone?: (done: number) => void,
  ): Promise<SimilarWork[K]['answer']> {
    const number = ++this.number
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve: answer => resolve(answer as SimilarWork[K]['answer']), reject, onDone })
      this.started().postMessage({ ...wish, what, number })
    })
  }

  private started(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(new URL('./similarWorker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<SimilarReply>) => {
      const asked = this.waiting.get(data.number)
      if ('done' in data) {
        asked?.onDone?.(data.done)
        return
      }
      this.waiting.delete(data.number)
      asked?.resolve(data.answer)
    }
    worker.onerror = () => this.stop()
    this.worker = worker
    return worker
  }
}

/** One for the page: the tray and the themes read the same quotes. */
export const similarFinder = new SimilarFinder()
