import { EventEmitter, once } from 'node:events'
import type { Authorship } from '../../storage/records.ts'
import type { Store } from '../../storage/Store.ts'

/** An append that waits for the test. */
export type HeldAppend = {
  readonly by: Authorship
  /** Lets it go on to the disk; resolves when what waits for it has been told. */
  release(): Promise<void>
  /** Makes it fail; resolves as `release` does. */
  fail(error: Error): Promise<void>
}

/** A store whose appends and loads wait, while held, until the test lets each of them go. */
export function holdStore(store: Store) {
  const arrived = new EventEmitter()
  const appends: HeldAppend[] = []
  let holdsAppends = false
  let holdsLoads: PromiseWithResolvers<void> | null = null

  const held: Store = {
    ...store,
    async load(map) {
      await holdsLoads?.promise
      return store.load(map)
    },
    async compact(map) {
      const seq = await store.compact(map)
      arrived.emit('compacted', seq)
      return seq
    },
    append(map, update, by, alongside) {
      if (!holdsAppends) return store.append(map, update, by, alongside)
      const copy = new Uint8Array(update)
      const { promise, resolve, reject } = Promise.withResolvers<number>()
      appends.push({
        by,
        async release() {
          resolve(await store.append(map, copy, by, alongside))
          await turn()
        },
        async fail(error) {
          reject(error)
          await turn()
        },
      })
      arrived.emit('append')
      return promise
    },
  }

  return {
    store: held,
    hold() {
      holdsAppends = true
    },
    letGo() {
      holdsAppends = false
    },
    /** The oldest append that waits, or the next to come. */
    async append(): Promise<HeldAppend> {
      while (appends.length === 0) await once(arrived, 'append')
      const [first] = appends.splice(0, 1)
      if (!first) throw new Error('An append was taken twice.')
      return first
    },
    /** The number of the newest entry that the next compaction folds away. */
    compacted: (): Promise<number> => once(arrived, 'compacted').then(([seq]) => seq),
    get waiting() {
      return appends.length
    },
    holdLoads() {
      holdsLoads = Promise.withResolvers<void>()
    },
    releaseLoads() {
      holdsLoads?.resolve()
      holdsLoads = null
    },
  }
}

/** One whole turn of the event loop, so that everything that was due in it has happened. */
export async function turn(): Promise<void> {
  for (let i = 0; i < 2; i += 1) await new Promise(resolve => setImmediate(resolve))
}
