import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowLines, rowTops } from './rowHeights.ts'
import { rowsInView } from './useWindow.ts'

describe('a long list', () => {
  it('draws every row that is in view, wherever one scrolls, and never all of a long one', () => {
    const texts = fc.array(
      fc.string({ maxLength: 200 }).map(text => ({ text })),
      { maxLength: 300 },
    )
    fc.assert(
      fc.property(texts, fc.nat(30_000), fc.integer({ min: 1, max: 1_500 }), (quotes, scrolled, height) => {
        const tops = rowTops(quotes, true)
        const { first, end } = rowsInView(tops, scrolled, height)
        quotes.forEach((_, row) => {
          const isInView = (tops[row + 1] ?? 0) > scrolled && (tops[row] ?? 0) < scrolled + height
          if (isInView) expect(row >= first && row < end).toBe(true)
        })
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / 65) + 34)
      }),
    )
  })

  it('keeps room for every line of the words, and for no more than three', () => {
    expect(rowLines('Not applicable.')).toBe(1)
    expect(rowLines('I can’t investigate the reasons so can’t offer')).toBe(2)
    expect(rowLines('One\nTwo')).toBe(2)
    expect(rowLines('x'.repeat(500))).toBe(3)
    expect(rowLines('電話がずっと繋がらなくて困りました')).toBe(2)
  })
})
