import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps, type Rect } from '#shared/model/layout/MapLayout.ts'
import { fromTheMiddle, tileArea, tilesOver } from './tiles.ts'

const aScale = fc.double({ min: 0.02, max: 2, noNaN: true })
const anArea: fc.Arbitrary<Rect> = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 1, max: 4000 }),
  height: fc.integer({ min: 1, max: 4000 }),
})

describe('tiles', () => {
  it('cover an area without a gap, and none lies beside it', () => {
    fc.assert(
      fc.property(anArea, aScale, (area, scale) => {
        const places = tilesOver(area, scale).map(tile => tileArea(tile, scale))
        for (const place of places) expect(overlaps(place, area)).toBe(true)
        const right = Math.max(...places.map(({ x, width }) => x + width))
        const bottom = Math.max(...places.map(({ y, height }) => y + height))
        expect(Math.min(...places.map(({ x }) => x))).toBeLessThanOrEqual(area.x)
        expect(Math.min(...places.map(({ y }) => y))).toBeLessThanOrEqual(area.y)
        expect(right).toBeGreaterThanOrEqual(area.x + area.width)
        expect(bottom).toBeGreaterThanOrEqual(area.y + area.height)
        const columns = new Set(places.map(({ x }) => x)).size
        expect(places).toHaveLength(columns * new Set(places.map(({ y }) => y)).size)
      }),
    )
  })

  it('have about as many cards on each from afar as one can paint in a part of a frame', () => {
    for (const scale of [0.04, 0.06, 0.1, 0.3, 1]) {
      const { width, height } = tileArea({ column: 0, row: 0 }, scale)
      // As in a map of thousands, in which a card takes 280 by 150 units.
      expect((width * height) / (280 * 150), `at ${scale}`).toBeLessThan(260)
    }
  })

  it('are painted from the middle outwards', () => {
    const tiles = tilesOver({ x: 0, y: 0, width: 700, height: 700 }, 1)
    const order = fromTheMiddle(tiles).map(({ column, row }) => `${column} ${row}`)
    expect(order[0]).toBe('1 1')
    expect(new Set(order.slice(5))).toEqual(new Set(['0 0', '2 0', '0 2', '2 2']))
  })
})
