import type { Logger } from 'pino'
import type { Store } from '../storage/Store.ts'
import type { Clock } from '../sync/Clock.ts'
import { keepWhenDue } from './keepVersion.ts'
import { VERSION_EVERY } from './limits.ts'

type Needed = { store: Store; clock: Clock; log: Pick<Logger, 'info' | 'warn'> }

/** Keeps versions of maps while people work on them. One after the other: each takes a thread and some memory. */
export class RoomHistory {
  readonly #store: Store
  readonly #clock: Clock
  readonly #log: Needed['log']
  #last: Promise<void> = Promise.resolve()

  constructor({ store, clock, log }: Needed) {
    this.#store = store
    this.#clock = clock
    this.#log = log
  }

  /** To be called when a map comes into memory; the answer, when it leaves. */
  watch(map: string): () => void {
    let stop = () => {}
    const look = () => {
      void this.keep(map)
      stop = this.#clock.after(VERSION_EVERY, look)
    }
    look()
    return () => stop()
  }

  /** Keeps a version where one is due. Never rejects. */
  keep(map: string): Promise<void> {
    this.#last = this.#last.then(async () => {
      try {
        const version = await keepWhenDue(this.#store, map, this.#clock.now())
        if (version) this.#log.info({ map, version: version.number, seq: version.seq }, 'a version was kept')
      } catch (error) {
        if (this.#store.health().state === 'open') this.#log.warn({ map, error: String(error) }, 'no version was kept')
      }
    })
    return this.#last
  }
}
