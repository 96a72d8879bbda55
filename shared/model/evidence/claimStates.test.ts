import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { CLAIM_STATES, type ClaimState, claimStates, stateOf } from './claimStates.ts'
import { buildEvidence } from './EvidenceIndex.ts'

const PEOPLE = ['ada', 'ben', 'cleo', 'dan', 'gone', 'staff']
const QUOTES = Array.from({ length: 12 }, (_, at) => `q${at}`)
const PARTS = ['x1', 'x2']
const CLAIMS = ['a', 'b', 'pain', 'q4', 'whyHired']

type Told = { customer: string | null; touchpoint: string | null; how: 'written' | 'recalled' }
type Sided = { claim: string; quote: string; stance: 'supports' | 'contradicts' }

const quote: fc.Arbitrary<Told> = fc.record({
  customer: fc.option(fc.constantFrom(...PEOPLE)),
  touchpoint: fc.option(fc.constantFrom('t', 'u')),
  how: fc.constantFrom('written' as const, 'written' as const, 'recalled' as const),
})
const piece: fc.Arbitrary<Sided> = fc.record({
  claim: fc.constantFrom(...CLAIMS),
  quote: fc.constantFrom(...QUOTES, ...PARTS),
  stance: fc.constantFrom('supports' as const, 'contradicts' as const),
})

/** Two customers on each side, and one on the side of a claim of its own: rare enough to be put there by hand. */
const CONTESTED: [Told[], Sided[], number] = [
  QUOTES.map((_, at) => ({ customer: PEOPLE[at % 4] ?? null, touchpoint: 't', how: 'written' })),
  [
    { claim: 'pain', quote: 'q0', stance: 'supports' },
    { claim: 'pain', quote: 'q1', stance: 'supports' },
    { claim: 'pain', quote: 'q2', stance: 'contradicts' },
    { claim: 'pain', quote: 'q3', stance: 'contradicts' },
    { claim: 'q4', quote: 'q0', stance: 'supports' },
  ],
  2,
]

describe('how the claims stand that words are about', () => {
  it('is what the numbers of the whole map say', () => {
    const met = new Set<ClaimState>()
    fc.assert(
      fc.property(
        fc.array(quote, { minLength: QUOTES.length, maxLength: QUOTES.length }),
        fc.array(piece, { minLength: 10, maxLength: 40 }),
        fc.constantFrom(2, 3),
        (told, pieces, voicesNeeded) => {
          const plain = mapWith({
            touchpoints: [{ id: 't' }, { id: 'u' }],
            customers: PEOPLE.map(id => ({
              id,
              side: id === 'staff' ? ('staff' as const) : ('customer' as const),
              consent: id === 'gone' ? ('withdrawn' as const) : ('given' as const),
            })),
            quotes: told.map((one, at) => ({ id: `q${at}`, ...one })),
            excerpts: PARTS.map((id, at) => ({ id, quote: `q${at}`, touchpoint: 'u' })),
            assumptions: [
              { id: 'a', about: 't' },
              { id: 'b', about: 't', replaces: 'a' },
            ],
            painPoints: [{ id: 'pain' }],
            evidence: pieces.map((one, at) => ({ id: `e${at}`, ...one })),
          })
          const map = { ...plain, map: { ...plain.map, voicesNeeded } }
          const statesOf = claimStates(map)
          const evidence = buildEvidence(map, '2026-01-01')
          for (const { id, touchpoint } of [...map.quotes, ...map.excerpts]) {
            const claims = pieces.filter(one => one.quote === id).map(({ claim }) => claim)
            const assumed = touchpoint === null ? null : evidence.assumptionAbout(touchpoint)
            const states = [...claims, ...(assumed ? [assumed.id] : [])].map(claim => stateOf(evidence.tally(claim)))
            expect(statesOf(id, touchpoint)).toEqual(states.length === 0 ? null : states)
            for (const state of states) met.add(state)
          }
        },
      ),
      { examples: [CONTESTED] },
    )
    expect(met).toEqual(new Set(CLAIM_STATES))
  })
})
