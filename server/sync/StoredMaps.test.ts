import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readWholeMap } from '#shared/protocol/wholeMap.ts'
import type { Loaded, MapRecord } from '../storage/records.ts'
import { STORED_KEPT } from './limits.ts'
import { StoredMaps } from './StoredMaps.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const record: MapRecord = { id: 'm', createdAt: 1, updatedAt: 1, epoch: 3, seq: 2, lockedAt: null, lockedBy: null }
const stored: Loaded = {
  ...{ snapshot: Uint8Array.of(1), updates: [Uint8Array.of(2), Uint8Array.of(3)] },
  ...{ seq: 2, epoch: 3, damaged: null },
}

/** Maps over a store that holds one, as it is set, and how often it was loaded. */
function mapsOver(disk: { record: MapRecord | null; loaded: Loaded | null }) {
  const load = vi.fn(async () => disk.loaded)
  const maps = new StoredMaps({ readMap: async () => disk.record, load })
  const read = async () => {
    const map = await maps.read('m')
    return map && readWholeMap(map.bytes)
  }
  return { load, read }
}

it('reads a map once for all who come in the same seconds', async () => {
  const { load, read } = mapsOver({ record, loaded: stored })
  const updates = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]
  expect(await Promise.all([read(), read()])).toMatchObject([
    { epoch: 3, updates },
    { epoch: 3, updates },
  ])
  await vi.advanceTimersByTimeAsync(STORED_KEPT - 1)
  await read()
  expect(load).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(1)
  await read()
  expect(load).toHaveBeenCalledTimes(2)
})

it('gives nothing of a history that was rewritten, or of a map that is no more', async () => {
  const disk: Parameters<typeof mapsOver>[0] = { record, loaded: stored }
  const { read } = mapsOver(disk)
  await read()
  disk.record = { ...record, epoch: 4 }
  disk.loaded = { ...stored, epoch: 4, updates: [] }
  expect(await read()).toMatchObject({ epoch: 4, updates: [Uint8Array.of(1)] })
  disk.record = null
  expect(await read()).toBeNull()
})

it('leaves a damaged log to the socket, and one that was rewritten while it was read', async () => {
  expect(await mapsOver({ record, loaded: { ...stored, damaged: { seq: 3 } } }).read()).toBeNull()
  expect(await mapsOver({ record, loaded: { ...stored, epoch: 4 } }).read()).toBeNull()
  expect(await mapsOver({ record, loaded: null }).read()).toBeNull()
})
