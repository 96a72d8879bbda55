import type { Logger } from 'pino'
import type { Store } from '../storage/Store.ts'
import { StoreError } from '../storage/StoreError.ts'
import type { Figures } from './Figures.ts'

/** Milliseconds for which one failure counts when nothing was written after it: then it is time to try again. */
const FORGOTTEN_AFTER = 30_000

/** A store that can be asked whether it takes what is written to it. */
export type WatchedStore = Store & {
  /** Whether the last write failed for want of a disk that works. */
  isFailing(): boolean
}

type Needed = { log: Pick<Logger, 'info' | 'warn'>; figures: Figures; now: () => number }

/**
 * The same store, telling what an operator would ask about: one line for each map, link and lock that came or went,
 * with ids and never with names or words; how long entries take to reach the disk; and whether the disk works.
 */
export function watchStore(store: Store, { log, figures, now }: Needed): WatchedStore {
  let failedAt: number | null = null

  async function write<T>(work: Promise<T>): Promise<T> {
    try {
      const value = await work
      failedAt = null
      return value
    } catch (error) {
      if (error instanceof StoreError && (error.code === 'full' || error.code === 'failed')) failedAt = now()
      throw error
    }
  }

  return {
    ...store,
    isFailing: () => failedAt !== null && now() - failedAt < FORGOTTEN_AFTER,
    async createMap(map) {
      await write(store.createMap(map))
      log.info({ map: map.id, bytes: map.update.byteLength }, 'a map was made')
    },
    async deleteMap(map) {
      const wasThere = await write(store.deleteMap(map))
      if (wasThere) log.info({ map }, 'a map was deleted')
      return wasThere
    },
    async setLock(map, lock) {
      await write(store.setLock(map, lock))
      log.info({ map, by: lock?.by ?? null }, lock ? 'a map was locked' : 'a map was unlocked')
    },
    async append(map, update, by, alongside) {
      const started = performance.now()
      const bytes = update.byteLength
      const seq = await write(store.append(map, update, by, alongside))
      figures.commit.observe((performance.now() - started) / 1_000)
      figures.written += bytes
      if (alongside?.import) log.info({ map, seq, bytes, by: by.author }, 'something was imported')
      if (alongside?.takesBack) log.info({ map, seq, by: by.author }, 'an import was taken back')
      return seq
    },
    async compact(map) {
      const started = performance.now()
      const seq = await store.compact(map)
      log.info({ map, seq, ms: Math.round(performance.now() - started) }, 'a log was folded into a snapshot')
      return seq
    },
    async addLink(map, link) {
      await write(store.addLink(map, link))
      log.info({ map, link: link.id, role: link.role }, 'a link was made')
    },
    async revokeLink(map, link, at) {
      const revocation = await write(store.revokeLink(map, link, at))
      if (revocation === 'revoked') log.info({ map, link }, 'a link was revoked')
      return revocation
    },
    async renamePerson(person, as) {
      await write(store.renamePerson(person, as))
    },
    async addPerson(person) {
      await write(store.addPerson(person))
      log.info({ map: person.map, link: person.link, person: person.id }, 'a person joined')
    },
  }
}
