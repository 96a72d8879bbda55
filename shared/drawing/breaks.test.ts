import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pieces, piecesBySegmenter } from './breaks.ts'

describe('where a line may end', () => {
  it('is the same in plain text as the dictionary of all scripts says', () => {
    const plain = fc.stringMatching(/^[ -~\u2018\u2019\u201C\u201D]{0,30}$/)
    const worded = fc
      .array(
        fc.constantFrom(
          'well',
          'known',
          '24',
          '7',
          '-',
          '/',
          ' ',
          '  ',
          '.',
          ',',
          "'",
          '\u2019',
          '"',
          '(',
          ')',
          '_',
          '--',
          '$',
          '%',
          ':',
          '?',
          '!',
          'e.g.',
          '#',
          '&',
          '@',
        ),
        { maxLength: 12 },
      )
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(plain, worded), text => {
        expect([...pieces(text)]).toEqual([...piecesBySegmenter(text)])
      }),
      { numRuns: 2_000 },
    )
  })
})
