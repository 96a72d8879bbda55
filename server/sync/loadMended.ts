import type { Logger } from 'pino'
import type { Store } from '../storage/Store.ts'
import { type LoadedMap, loadMap } from './loadMap.ts'

/**
 * `loadMap`; a log that cannot be read to its end is cut there, and the map goes on: browsers bring in what they still
 * have. Where the disk does not let it be cut, the map is as far as it can be read, and `isDamaged`.
 */
export async function loadMended(
  store: Store,
  map: string,
  now: number,
  log: Pick<Logger, 'error'>,
): Promise<LoadedMap | null> {
  const loaded = await loadMap(store, map)
  if (!loaded?.isDamaged) return loaded
  const { seq } = loaded
  try {
    const entries = await store.cutLog(map, now)
    log.error({ map, seq, entries }, 'the log of a map was damaged and is cut at its last good entry')
    return await loadMap(store, map)
  } catch (error) {
    log.error({ map, seq, error: String(error) }, 'the log of a map is damaged and cannot be cut')
    return loaded
  }
}
