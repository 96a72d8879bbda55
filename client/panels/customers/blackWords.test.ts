import { describe, expect, it } from 'vitest'
import { spansOf, wordsIn, wordsWithin } from './blackWords.ts'

const TEXT = 'Then Mrs Jones, of No 5, rang.'

function chosen(text: string, ...places: number[]): string[] {
  return spansOf(wordsIn(text), new Set(places)).map(({ start, end }) => text.slice(start, end))
}

describe('words to black out', () => {
  it('are the words of a text, in scripts without spaces too', () => {
    expect(wordsIn(TEXT).map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      ...['Then', 'Mrs', 'Jones', 'of', 'No', '5', 'rang'],
    ])
    expect(wordsIn('我们等了一个小时').length).toBeGreaterThan(1)
    expect(wordsIn('Ask ███ !')).toHaveLength(1)
  })

  it('go with what stands between neighbours', () => {
    expect(chosen(TEXT, 1, 2)).toEqual(['Mrs Jones'])
    expect(chosen(TEXT, 0, 2, 6)).toEqual(['Then', 'Jones', 'rang'])
    expect(chosen(TEXT)).toEqual([])
  })

  it('are those that a selection touches', () => {
    expect(wordsWithin(wordsIn(TEXT), { start: 6, end: 10 })).toEqual([1, 2])
    expect(wordsWithin(wordsIn(TEXT), { start: 4, end: 5 })).toEqual([])
  })
})
