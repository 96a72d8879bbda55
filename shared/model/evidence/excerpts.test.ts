import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { blackened } from '../../util/blackened.ts'
import { buildEvidence } from './EvidenceIndex.ts'
import { CUT, excerptSpan, excerptWords, shownSpan } from './words.ts'

const TODAY = '2026-01-01'
const letters = fc.constantFrom('a', 'b', ' ', '\n', 'é', 'e\u0301', '😀', '👩‍👩‍👧', '🇳🇱', '漢', '7', '.')
const texts = fc.array(letters, { minLength: 1, maxLength: 30 }).map(parts => parts.join(''))
const places = fc.tuple(fc.nat(120), fc.nat(120)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

describe('an excerpt', () => {
  it('is what was selected, without the space around it', () => {
    const text = 'It rang.  Then I waited an hour. \n'
    expect(excerptSpan(text, { start: 8, end: 33 })).toEqual({ start: 10, end: 32 })
    expect(excerptSpan(text, { start: 33, end: 8 })).toEqual({ start: 10, end: 32 })
    expect(excerptSpan(text, { start: 8, end: 10 })).toBeNull()
    expect(excerptSpan(text, { start: 20, end: 999 })).toEqual({ start: 20, end: 32 })
  })

  it('never halves an emoji or a letter with its accent', () => {
    const text = 'Cafe\u0301 👩‍👩‍👧 good'
    expect(excerptSpan(text, { start: 0, end: 4 })).toEqual({ start: 0, end: 5 })
    expect(excerptWords({ text }, { start: 7, end: 9 })).toBe(`${CUT} 👩‍👩‍👧 ${CUT}`)
  })

  it('says at each end whether words were left out, and is part of the quote as it was said', () => {
    fc.assert(
      fc.property(texts, places, (text, place) => {
        const span = excerptSpan(text, { start: place.start % (text.length + 1), end: place.end % (text.length + 1) })
        if (span === null) return
        const words = text.slice(span.start, span.end)
        const before = text.slice(0, span.start).trim() === '' ? '' : `${CUT} `
        const after = text.slice(span.end).trim() === '' ? '' : ` ${CUT}`
        expect(excerptWords({ text }, span)).toBe(`${before}${words}${after}`)
        expect(words).toBe(words.trim())
        expect(shownSpan(text, span)).toEqual(span)
        expect(excerptSpan(text, span)).toEqual(span)
      }),
    )
  })

  it('shows the same place after words were blacked out, and none of what is black', () => {
    fc.assert(
      fc.property(texts, places, fc.array(places, { maxLength: 3 }), (text, place, hidden) => {
        const span = excerptSpan(text, place)
        if (span === null) return
        const black = blackened(text, hidden)
        expect(black.length).toBe(text.length)
        const { start, end } = shownSpan(black, span)
        // Black may stand for part of a character, so the span may grow by what is left of it, never shrink.
        expect(start).toBeLessThanOrEqual(span.start)
        expect(end).toBeGreaterThanOrEqual(span.end)
        const whole = blackened(text, [{ start: 0, end: text.length }])
        expect(excerptWords({ text: whole }, span).replaceAll(CUT, '')).toMatch(/^[█\s]*$/)
      }),
    )
  })
})

describe('a narrative of which parts lie all over the journey', () => {
  const touchpoints = ['t1', 't2', 't3'].map(id => ({ id }))
  const kinds = fc.constantFrom('worked' as const, 'did-not-work' as const, 'wish' as const, null)
  const parts = fc.array(
    fc.record({
      touchpoint: fc.constantFrom('t1', 't2', 't3', null),
      kind: kinds,
      feeling: fc.option(fc.integer({ min: -2, max: 2 })),
    }),
    { maxLength: 8 },
  )

  it('is one customer’s on each touchpoint, on the map and behind each claim, in however many parts', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom('t1', null), (list, touchpoint) => {
        const excerpts = list.map((part, at) => ({ id: `x${at}`, quote: 'long', start: at, end: at + 1, ...part }))
        const map = mapWith({
          touchpoints,
          customers: [{ id: 'ada' }],
          assumptions: touchpoints.map(({ id }) => ({ id: `a-${id}`, about: id })),
          quotes: [{ id: 'long', customer: 'ada', text: 'abcdefghij', touchpoint }],
          excerpts,
          evidence: excerpts.flatMap(({ id, touchpoint: on }) => [
            { id: `q-${id}`, claim: 'q4', quote: id },
            ...(on === null ? [] : [{ id: `e-${id}`, claim: `a-${on}`, quote: id }]),
          ]),
        })
        const evidence = buildEvidence(map, TODAY)
        const on = new Set<string | null>([touchpoint, ...list.map(part => part.touchpoint)])
        expect(evidence.customersOnMap).toBe(1)
        expect(evidence.tally('q4').supports).toBe(list.length > 0 ? 1 : 0)
        for (const { id } of touchpoints) {
          expect(evidence.heard(id)).toBe(on.has(id) ? 1 : 0)
          expect(evidence.tally(`a-${id}`).supports).toBe(list.some(part => part.touchpoint === id) ? 1 : 0)
          expect(evidence.heardFeeling(id)?.customers ?? 0).toBeLessThanOrEqual(1)
          expect(evidence.quotesOn(id).length).toBeLessThanOrEqual(1)
        }
        expect(evidence.unplaced()).toHaveLength([...on].every(one => one === null) ? 1 : 0)
      }),
    )
  })
})
