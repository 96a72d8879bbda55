import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMap } from '../../testing/arbitraryMap.ts'
import { someLooks } from '../../testing/mapSteps.ts'
import { mapWith } from '../../testing/mapWith.ts'
import { CLAIM_WORDS } from '../ids.ts'
import type { MapDocument } from '../MapDocument.ts'
import { mender } from '../mend.ts'
import { buildEvidence, type EvidenceIndex } from './EvidenceIndex.ts'
import { evidenceFollower } from './evidenceFollower.ts'

const TODAY = '2026-06-01'

/** Everything that an index answers about one touchpoint. */
function aboutTouchpoint(index: EvidenceIndex, id: string) {
  const assumption = index.assumptionAbout(id)
  return {
    heard: index.heard(id),
    quotes: index.quotesOn(id),
    card: index.cardQuotes(id),
    pains: index.painsOn(id),
    promise: index.promiseFlag(id),
    assumption,
    tally: assumption && index.tally(assumption.id),
    assumed: index.assumedFeeling(id),
    feeling: index.heardFeeling(id),
  }
}

function everyAnswer(index: EvidenceIndex, map: MapDocument) {
  const claims = [...CLAIM_WORDS, ...[...map.assumptions, ...map.painPoints, ...map.opportunities].map(({ id }) => id)]
  const subjects = ['journey', ...[...map.stages, ...map.lanes].map(({ id }) => id)]
  return {
    touchpoints: map.touchpoints.map(({ id }) => [id, aboutTouchpoint(index, id)]),
    claims: claims.map(id => [id, index.tally(id), index.evidenceFor(id)]),
    subjects: subjects.map(id => [id, index.assumptionAbout(id)]),
    unplaced: index.unplaced(),
    customersOnMap: index.customersOnMap,
  }
}

describe('counting a map that changes', () => {
  it('answers as counting it anew does, whatever happens', () => {
    fc.assert(
      fc.property(aMap, someLooks, (start, looks) => {
        const mendAgain = mender()
        const follow = evidenceFollower()
        let stored = start
        for (const steps of [[], ...looks]) {
          for (const step of steps) stored = step.apply(stored)
          const map = mendAgain(stored)
          expect(everyAnswer(follow(map, TODAY), map)).toEqual(everyAnswer(buildEvidence(map, TODAY), map))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('flags a promise on the day on which it becomes due, and not before', () => {
    const records = mapWith({
      touchpoints: [{ id: 't' }, { id: 'u' }],
      promises: [{ id: 'p', touchpoint: 't', madeOn: '2026-08-29', everyDays: 2 }],
    })
    // Six months before both days is the last of February, so that words grow no older between them.
    const map = { ...records, map: { ...records.map, staleAfterMonths: 6 } }
    const follow = evidenceFollower()
    const first = follow(map, '2026-08-30')
    expect(first.promiseFlag('t')).toBeNull()
    const next = follow(map, '2026-08-31')
    expect([next.promiseFlag('t'), next.promiseFlag('u')]).toEqual(['due', null])
    expect(next.changedSince(first)).toEqual(new Set(['t']))
  })

  it('keeps the answers about every touchpoint that it does not call changed', () => {
    fc.assert(
      fc.property(aMap, someLooks, (start, looks) => {
        const mendAgain = mender()
        const follow = evidenceFollower()
        let stored = start
        let map = mendAgain(stored)
        let index = follow(map, TODAY)
        for (const steps of looks) {
          const before = new Map(map.touchpoints.map(({ id }) => [id, Object.values(aboutTouchpoint(index, id))]))
          const earlier = index
          for (const step of steps) stored = step.apply(stored)
          map = mendAgain(stored)
          index = follow(map, TODAY)
          const changed = index.changedSince(earlier)
          for (const { id } of map.touchpoints) {
            if (changed === null || changed.has(id)) continue
            const answers = Object.values(aboutTouchpoint(index, id))
            for (const [at, answer] of answers.entries()) expect(answer).toBe(before.get(id)?.[at])
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('calls only the touchpoint changed on which a quote was placed, and the one it left', () => {
    const touchpoints = ['a', 'b', 'c'].map(id => ({ id }))
    const map = mapWith({
      touchpoints,
      customers: [{ id: 'ada' }],
      quotes: [{ id: 'q', customer: 'ada', touchpoint: 'a' }],
      assumptions: [{ id: 'claim', about: 'c' }],
      evidence: [{ id: 'e', claim: 'claim', quote: 'q' }],
    })
    const follow = evidenceFollower()
    const before = follow(map, TODAY)
    expect(before.heard('a')).toBe(1)
    const [quote] = map.quotes
    const moved = { ...map, quotes: quote ? [{ ...quote, touchpoint: 'b' }] : [] }
    const after = follow(moved, TODAY)
    // The quote also stands for what is assumed about the third.
    expect(after.changedSince(before)).toEqual(new Set(['a', 'b', 'c']))
    expect([after.heard('a'), after.heard('b')]).toEqual([0, 1])
    expect(follow({ ...moved, personas: [] }, TODAY).changedSince(after)).toEqual(new Set())
  })

  it('counts everything again when the map asks for other numbers or the day moves what is old', () => {
    const map = mapWith({ touchpoints: [{ id: 'a' }] })
    const follow = evidenceFollower()
    const before = follow(map, TODAY)
    const stricter = { ...map, map: { ...map.map, voicesNeeded: 3 } }
    expect(follow(stricter, TODAY).changedSince(before)).toBeNull()
    const now = follow(stricter, TODAY)
    expect(follow(stricter, '2027-01-01').changedSince(now)).toBeNull()
  })

  it('stays the very same while a title is typed, and not when other words are pinned to a card', () => {
    const map = mapWith({
      touchpoints: [{ id: 'a', title: 'Pa' }, { id: 'b' }],
      quotes: [{ id: 'q', touchpoint: 'a' }],
    })
    const [a, ...rest] = map.touchpoints
    if (!a) throw new Error('there is a card')
    const follow = evidenceFollower()
    const before = follow(map, TODAY)
    expect(follow({ ...map, touchpoints: [{ ...a, title: 'Pay' }, ...rest] }, TODAY)).toBe(before)
    const pinned = follow({ ...map, touchpoints: [{ ...a, pinnedQuote: 'q' }, ...rest] }, TODAY)
    expect(pinned).not.toBe(before)
    expect(pinned.changedSince(before)).toEqual(new Set(['a']))
    expect(follow({ ...map, touchpoints: [a] }, TODAY).changedSince(pinned)).toEqual(new Set(['a', 'b']))
    const tomorrow = follow({ ...map, touchpoints: [a] }, '2026-06-02')
    expect(follow({ ...map, touchpoints: [a] }, '2026-06-02')).toBe(tomorrow)
  })

  it('has nothing to say about an index of another map', () => {
    const map = mapWith({})
    expect(evidenceFollower()(map, TODAY).changedSince(buildEvidence(map, TODAY))).toBeNull()
  })
})
