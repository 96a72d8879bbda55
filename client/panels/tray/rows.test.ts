import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsInView } from '../lists/useWindow.ts'
import { quoteLines, rowTops, usualWidth } from './rowHeights.ts'

const measure = { width: 339, heard: usualWidth, recalled: usualWidth }
const lines = (text: string, width = 339) => quoteLines({ text, how: 'written' }, { ...measure, width })

describe('a long list', () => {
  it('draws every row that is in view, wherever one scrolls, and never all of a long one', () => {
    const texts = fc.array(
      fc.string({ maxLength: 200 }).map(text => ({ text, how: 'written' as const })),
      { maxLength: 300 },
    )
    fc.assert(
      fc.property(texts, fc.nat(30_000), fc.integer({ min: 1, max: 1_500 }), (quotes, scrolled, height) => {
        const tops = rowTops(quotes, true, measure)
        const { first, end } = rowsInView(tops, scrolled, height)
        quotes.forEach((_, row) => {
          const isInView = (tops[row + 1] ?? 0) > scrolled && (tops[row] ?? 0) < scrolled + height
          if (isInView) expect(row >= first && row < end).toBe(true)
        })
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / 65) + 34)
      }),
    )
  })

  it('keeps room for every line of the words, and for no more than four', () => {
    expect(lines('Not applicable.')).toBe(1)
    expect(lines('I can’t investigate the reasons so can’t offer')).toBe(2)
    expect(lines('I can’t investigate the reasons so can’t offer', 600)).toBe(1)
    expect(lines('One\nTwo')).toBe(2)
    expect(lines('x'.repeat(136))).toBe(4)
    expect(lines('電'.repeat(136))).toBe(4)
    expect(lines('電話がずっと繋がらなくて困りました')).toBe(1)
    expect(lines('電話がずっと繋がらなくて困りました。二度と利用しません')).toBe(2)
    expect(lines(`${'a'.repeat(20)} ${'電'.repeat(22)}`)).toBe(2)
    expect(lines(`${'b'.repeat(30)}\n${'c'.repeat(30)}`)).toBe(2)
    // The second word fits on no first line, and the third on no second.
    expect(lines(`a ${'b'.repeat(38)} ${'c'.repeat(38)}`)).toBe(3)
  })

  it('keeps room for where a quote lies, and for recalled words in their own letters', () => {
    const quote = { text: 'I can’t investigate the reasons', how: 'written' as const }
    const end = (withPlace: boolean) => rowTops([quote], withPlace, measure)[1] ?? 0
    expect(end(true)).toBeGreaterThan(end(false))
    const wide = { ...measure, recalled: (letter: string) => 2 * usualWidth(letter) }
    expect(quoteLines(quote, wide)).toBe(1)
    expect(quoteLines({ ...quote, how: 'recalled' }, wide)).toBe(2)
  })
})
