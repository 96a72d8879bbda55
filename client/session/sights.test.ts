import { describe, expect, it } from 'vitest'
import { dropSight, isOf, readSight, surplus } from './sights.ts'

describe('the first sight of a map, kept in this browser', () => {
  it('is never shown for another history of the map, nor for another version of the document', () => {
    const sight = { epoch: 2, version: 1 }
    expect(isOf(sight, { epoch: 2, version: 1 })).toBe(true)
    expect(isOf(sight, { epoch: 3, version: 1 })).toBe(false)
    expect(isOf(sight, { epoch: 2, version: 2 })).toBe(false)
  })

  it('goes with a map that this browser does not know any more, and of many maps only the last are kept', () => {
    const kept = Array.from({ length: 15 }, (_, at) => ({ id: `m${at}`, keptAt: at }))
    const known = kept.map(({ id }) => id).filter(id => id !== 'm14')
    expect(surplus(kept, known).sort()).toEqual(['m0', 'm1', 'm14'])
    expect(surplus(kept.slice(0, 3), ['m0', 'm1', 'm2'])).toEqual([])
  })

  it('is missed by nobody in a browser that keeps nothing', async () => {
    expect(await readSight('m')).toBeNull()
    await dropSight('m')
  })
})
