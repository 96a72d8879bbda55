import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded } from './quoteWords.ts'

describe('a long narrative', () => {
  it('is cut between words, and the cut is marked', () => {
    const text = 'The letter came on Monday and the money was gone by Tuesday.'
    expect(folded(text, 25)).toBe('The letter came on Monday […]')
  })

  it('stays whole when little would be saved', () => {
    expect(folded('twelve words', 10)).toBeNull()
  })

  it('is never cut inside a character, whatever was written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        fc.integer({ min: 4, max: 60 }),
        (text, most) => {
          const shown = folded(text, most)
          if (shown === null) return
          const words = shown.slice(0, -4)
          expect(text.startsWith(words)).toBe(true)
          expect(words.isWellFormed()).toBe(text.slice(0, words.length).isWellFormed())
          if (text.isWellFormed()) expect(words.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})
