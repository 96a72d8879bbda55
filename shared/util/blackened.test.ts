import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blackened } from './blackened.ts'

describe('blackened words', () => {
  it.each([
    ['Ask Mrs Jones', [{ start: 4, end: 13 }], 'Ask █████████'],
    [
      'one two',
      [
        { start: 0, end: 2 },
        { start: 1, end: 4 },
      ],
      '████two',
    ],
    ['two\nlines', [{ start: 0, end: 9 }], '███\n█████'],
    ['a😀b', [{ start: 2, end: 3 }], 'a██b'],
    ['a😀b', [{ start: 1, end: 2 }], 'a██b'],
    ['short', [{ start: -3, end: 99 }], '█████'],
    ['stays', [{ start: 3, end: 3 }], 'stays'],
  ])('%j without %j reads %j', (text, spans, read) => {
    expect(blackened(text, spans)).toBe(read)
  })

  it('keep the length of any text and leave everything outside of the spans as it is', () => {
    const place = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), place, place, (text, start, end) => {
        const after = blackened(text, [{ start, end }])
        expect(after.length).toBe(text.length)
        expect(after.isWellFormed()).toBe(text.isWellFormed())
        for (let at = 0; at < text.length; at++) {
          if (at >= start && at < end) expect(after[at]).toMatch(/[█\n\r]/)
          else if (at < start - 1 || at > end) expect(after[at]).toBe(text[at])
        }
        expect(blackened(after, [{ start, end }])).toBe(after)
      }),
    )
  })
})
