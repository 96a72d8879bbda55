import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../../../server/storage/Store.ts'
import { openSqliteStore } from '../../../server/storage/sqlite/SqliteStore.ts'
import { type Attacked, attackMap, Broken } from './attackMap.ts'
import { randomFrom } from './random.ts'

/** Frames that one map gets; small enough that what gets in does not make later frames slow. */
const PER_MAP = 5_000

/** `heapAfter`: bytes after each map. */
export type Fuzzed = Attacked & { heapAfter: number[] }

/** Attacks map after map. Throws, naming seed, map and the first frame that did it, when a promise is broken. */
export async function fuzzFrames(seed: number, frames: number): Promise<Fuzzed> {
  const random = randomFrom(seed)
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-fuzz-'))
  const store = await openSqliteStore(folder)
  const seen: Fuzzed = { frames: 0, closed: 0, changed: 0, slowest: 0, heapAfter: [] }
  try {
    while (seen.frames < frames) {
      const mapSeed = random(2 ** 32)
      const attacked = await attackMap(store, mapSeed, Math.min(PER_MAP, frames - seen.frames)).catch(async error => {
        const { frames, frame, message } = await firstBroken(store, mapSeed, error)
        const bytes = Buffer.from(frame).toString('hex')
        const where = `SEED=${seed}, map ${seen.heapAfter.length} (${mapSeed}), frame ${frames}`
        throw new Error(`${where}: ${message}\nThe frame: ${bytes}`, { cause: error })
      })
      seen.frames += attacked.frames
      seen.closed += attacked.closed
      seen.changed += attacked.changed
      seen.slowest = Math.max(seen.slowest, attacked.slowest)
      globalThis.gc?.()
      seen.heapAfter.push(process.memoryUsage().heapUsed)
    }
    return seen
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Plays a map that broke again and again, up to ever another frame, to find the first with which it breaks. */
async function firstBroken(store: Store, mapSeed: number, broken: unknown): Promise<Broken> {
  if (!(broken instanceof Broken)) throw broken
  let [good, first] = [0, broken]
  while (good + 1 < first.frames) {
    const frames = Math.floor((good + first.frames) / 2)
    const error = await attackMap(store, mapSeed, frames).then(
      () => null,
      error => error,
    )
    if (error instanceof Broken) first = error
    else if (error) throw error
    else good = frames
  }
  return first
}
