import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterEnd, characterStart } from './characters.ts'

describe('what people see as one character', () => {
  it.each([
    ['an emoji', '😀'],
    ['a letter with its accent', 'e\u0301'],
    ['a letter with two marks', 'a\u0323\u0302'],
    ['a family', '👩‍👩‍👧‍👦'],
    ['a flag', '🇳🇱'],
    ['a hand with a colour', '👍🏽'],
    ['a syllable of Hindi', 'नि'],
    ['the end of a line', '\r\n'],
  ])('is never halved: %s', (_, character) => {
    const text = `ab${character}cd`
    for (let at = 3; at < 2 + character.length; at += 1) {
      expect([characterStart(text, at), characterEnd(text, at)]).toEqual([2, 2 + character.length])
    }
    for (const at of [2, 2 + character.length]) {
      expect([characterStart(text, at), characterEnd(text, at)]).toEqual([at, at])
    }
  })

  it('is found in the same places as by reading the whole text', () => {
    const letters = ['a', ' ', 'é', 'e\u0301', '😀', '👩‍👩‍👧‍👦', '🇳🇱', '\r\n', '漢', '\u200d', '\u0301', '█']
    const texts = fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(texts, fc.nat(80), (text, at) => {
        const place = Math.min(at, text.length)
        const cuts = [...new Intl.Segmenter('en').segment(text)].map(({ index }) => index).concat(text.length)
        const before = Math.max(...cuts.filter(cut => cut <= place))
        const after = Math.min(...cuts.filter(cut => cut >= place))
        expect([characterStart(text, place), characterEnd(text, place)]).toEqual([before, after])
      }),
    )
  })
})
