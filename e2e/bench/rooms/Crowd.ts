import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createHistogram } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { numberOption } from '../support/options.ts'
import type { Joined, Lived, Order, Window } from './crowdThread.ts'
import type { PersonPlan } from './Person.ts'

/** Leaves a core to the server. */
const THREADS = numberOption('threads', Math.max(1, Math.min(4, availableParallelism() - 1)))

/** What all people together lived through; ages in milliseconds. */
export type Life = {
  editAge: Ages
  cursorAge: Ages
  /** Shares of what the observers should have seen. */
  editsSeen: number
  cursorsSeen: number
  /** Per second, by all people. */
  editsSent: number
  cursorsSent: number
  /** How late the load generator itself was, and what it left out; its figures are the bound of what can be measured. */
  lateness: number
  leftOut: number
  lost: number
  /** Bytes a second that all people got. */
  received: number
  /** Share of one core. */
  cpu: number
}

export type Ages = { p50: number; p99: number }

/** Many people, played by threads. */
export class Crowd {
  readonly #threads = Array.from({ length: THREADS }, () => new Worker(join(import.meta.dirname, 'crowdThread.ts')))

  /** Brings people in, so many at a time. */
  async join(port: number, people: readonly PersonPlan[], atOnce: number): Promise<Joined> {
    const joined = await this.#all<Joined>((_, index) => ({
      do: 'join',
      port,
      people: people.filter((_, at) => at % this.#threads.length === index),
      atOnce: Math.ceil(atOnce / this.#threads.length),
    }))
    return {
      milliseconds: joined.flatMap(part => part.milliseconds).sort((a, b) => a - b),
      failed: joined.reduce((sum, part) => sum + part.failed, 0),
    }
  }

  /** Lets everybody do what they do; `areAlone` when each has a room of their own. */
  async live(window: Window, areAlone: boolean): Promise<Life> {
    const parts = await this.#all<Lived>(() => ({ do: 'live', window }))
    const seconds = (window.to - window.from) / 1e6
    const edits = sumOf(parts, 'editsSent')
    const cursors = sumOf(parts, 'cursorsSent')
    const editsExpected = areAlone ? edits.all : expected(parts, edits)
    return {
      editAge: agesOf(parts.map(part => part.editAges)),
      cursorAge: agesOf(parts.map(part => part.cursorAges)),
      editsSeen: sum(parts.map(part => part.editsSeen)) / editsExpected,
      cursorsSeen: sum(parts.map(part => part.cursorsSeen)) / expected(parts, cursors),
      editsSent: edits.all / seconds,
      cursorsSent: cursors.all / seconds,
      lateness: agesOf(parts.map(part => part.lateness)).p99,
      leftOut: sum(parts.map(part => part.leftOut)),
      lost: sum(parts.map(part => part.lost)),
      received: sum(parts.map(part => part.received)) / seconds,
      cpu: (sum(parts.map(part => part.cpuSeconds)) * 1e6) / (window.until - window.from),
    }
  }

  async end(): Promise<void> {
    await this.#all(() => ({ do: 'leave' }))
    await Promise.all(this.#threads.map(thread => thread.terminate()))
  }

  #all<T>(order: (thread: Worker, index: number) => Order): Promise<T[]> {
    return Promise.all(
      this.#threads.map(async (thread, index) => {
        const answer = once(thread, 'message')
        thread.postMessage(order(thread, index))
        const [value] = await answer
        return value as T
      }),
    )
  }
}

type Sent = { all: number; by: ReadonlyMap<number, number> }

function sumOf(parts: readonly Lived[], what: 'editsSent' | 'cursorsSent'): Sent {
  const by = new Map(parts.flatMap(part => [...part[what]]))
  return { all: sum([...by.values()]), by }
}

/** Everybody should see what all others sent. */
function expected(parts: readonly Lived[], { all, by }: Sent): number {
  return sum(parts.flatMap(part => part.observing).map(client => all - (by.get(client) ?? 0)))
}

function agesOf(histograms: readonly Lived['editAges'][]): Ages {
  const all = createHistogram()
  for (const histogram of histograms) all.add(histogram)
  const at = (percentile: number) => (all.count === 0 ? Number.NaN : all.percentile(percentile) / 1_000)
  return { p50: at(50), p99: at(99) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
