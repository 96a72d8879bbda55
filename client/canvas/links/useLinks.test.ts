import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '#shared/model/kinds.ts'
import { plainWidths } from '#shared/testing/plainWidths.ts'
import { draw, shifted } from './useLinks.ts'

const LINK = KINDS.links.make({ id: 'l', from: 'a', to: 'b', label: 'if nobody answers within a day' })
const rect = fc.record({
  x: fc.integer({ min: -3_000, max: 3_000 }),
  y: fc.integer({ min: -3_000, max: 3_000 }),
  width: fc.constantFrom(240, 520),
  height: fc.integer({ min: 40, max: 300 }),
})
const by = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })
const moved = (at: { x: number; y: number; width: number; height: number }, { x, y }: { x: number; y: number }) => {
  return { ...at, x: at.x + x, y: at.y + y }
}
/** Numbers as far as anybody sees them. */
const seen = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'number' ? Math.round(part * 1e3) / 1e3 + 0 : part)))

describe('a link whose cards moved', () => {
  it('is drawn as if anew where both moved alike', () => {
    fc.assert(
      fc.property(rect, rect, by, (from, to, way) => {
        const ends = { from: moved(from, way), to: moved(to, way) }
        const drawn = draw(LINK, { from, to }, plainWidths, 1)
        expect(seen(shifted(drawn, ends))).toEqual(seen(draw(LINK, ends, plainWidths, 1)))
      }),
    )
  })

  it('is drawn anew where one of them moved otherwise, or changed its size', () => {
    const [from, to] = [
      { x: 0, y: 0, width: 240, height: 100 },
      { x: 280, y: 40, width: 240, height: 100 },
    ]
    const drawn = draw(LINK, { from, to }, plainWidths, 1)
    expect(shifted(drawn, { from: { ...from }, to: { ...to } })).toBe(drawn)
    for (const ends of [
      { from: moved(from, { x: 0, y: 20 }), to },
      { from: moved(from, { x: 0, y: 20 }), to: moved(to, { x: 20, y: 20 }) },
      { from: moved(from, { x: 0, y: 0.5 }), to: moved(to, { x: 0, y: 0.5 }) },
      { from, to: { ...to, height: 120 } },
      { from: { ...from, width: 520 }, to },
    ]) {
      expect(shifted(drawn, ends)).toBeNull()
    }
  })
})
