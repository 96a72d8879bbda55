import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsInView } from './useWindow.ts'

describe('a long list', () => {
  it('draws every row that is in view, wherever one scrolls, and never all of a long one', () => {
    fc.assert(
      fc.property(fc.nat(400_000), fc.integer({ min: 1, max: 2_000 }), fc.nat(4_000), (top, height, count) => {
        const row = 120
        const { first, end } = rowsInView(top, height, row, count)
        const seenFirst = Math.min(count, Math.floor(top / row))
        const seenEnd = Math.min(count, Math.ceil((top + height) / row))
        expect(first).toBeLessThanOrEqual(seenFirst)
        expect(end).toBeGreaterThanOrEqual(seenEnd)
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / row) + 40)
      }),
    )
  })
})
