import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsIn } from '../customers/blackWords.ts'
import { type EndMove, movedEnd, stretches } from './excerptEnds.ts'

const TEXT = 'It rang. I waited an hour, then gave up.'
const WORDS = wordsIn(TEXT)
const told = (from: string, move: EndMove) => {
  const start = TEXT.indexOf(from)
  const span = movedEnd(TEXT, WORDS, { start, end: start + from.length }, move)
  return span && TEXT.slice(span.start, span.end)
}

describe('the ends of an excerpt', () => {
  it('move word by word, and not past each other', () => {
    expect(told('waited an', { end: 'start', by: -1 })).toBe('I waited an')
    expect(told('I waited an', { end: 'start', by: -1 })).toBe('rang. I waited an')
    expect(told('waited an', { end: 'end', by: 1 })).toBe('waited an hour')
    expect(told('waited an', { end: 'start', by: 1 })).toBe('an')
    expect(told('waited an', { end: 'end', by: -1 })).toBe('waited')
    expect(told('waited', { end: 'end', by: -1 })).toBeNull()
    expect(told('waited', { end: 'start', by: 1 })).toBeNull()
    expect(told('It rang', { end: 'start', by: -1 })).toBeNull()
    expect(told('gave up', { end: 'end', by: 1 })).toBeNull()
  })

  it('cut a text where one begins or ends, and lose nothing of it', () => {
    const places = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 5 })
    fc.assert(
      fc.property(places, fc.nat(20), (pairs, length) => {
        const excerpts = pairs.map(([a, b], at) => {
          return { id: `${at}`, start: Math.min(a, b, length), end: Math.min(Math.max(a, b), length) }
        })
        const parts = stretches(length, excerpts)
        expect(parts.map(({ start, end }) => end - start).reduce((sum, one) => sum + one, 0)).toBe(length)
        for (let at = 0; at < length; at += 1) {
          const part = parts.find(({ start, end }) => start <= at && at < end)
          const holding = excerpts.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id)
          expect(part?.of).toEqual(holding)
        }
      }),
    )
  })
})
