import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { buildEvidence } from './EvidenceIndex.ts'
import { votesOf, weighedOpportunities } from './votes.ts'

const map = mapWith({
  customers: [
    { id: 'c1' },
    { id: 'c2' },
    { id: 'c3' },
    { id: 'gone', consent: 'withdrawn' },
    { id: 'st', side: 'staff' },
  ],
  quotes: [
    { id: 'q1', customer: 'c1' },
    { id: 'q1b', customer: 'c1' },
    { id: 'q2', customer: 'c2' },
    { id: 'q3', customer: 'c3' },
    { id: 'qg', customer: 'gone' },
    { id: 'qs', customer: 'st' },
    { id: 'qr', customer: 'c3', how: 'recalled' },
  ],
  painPoints: [{ id: 'p1' }, { id: 'p2' }],
  opportunities: [
    { id: 'wanted', painPoints: [] },
    { id: 'backed', painPoints: ['p1', 'p2'] },
  ],
  evidence: [
    { id: 'e1', claim: 'p1', quote: 'q1' },
    { id: 'e2', claim: 'p2', quote: 'q1b' },
    { id: 'e3', claim: 'p2', quote: 'q2' },
    { id: 'e4', claim: 'backed', quote: 'q3', stance: 'contradicts' },
    { id: 'e5', claim: 'p1', quote: 'qg' },
    { id: 'e6', claim: 'p1', quote: 'qs' },
    { id: 'e7', claim: 'p1', quote: 'qr' },
  ],
  votes: [
    { id: 'v1', opportunity: 'wanted', by: 'ada' },
    { id: 'v2', opportunity: 'wanted', by: 'ada' },
    { id: 'v3', opportunity: 'wanted', by: 'ben' },
    { id: 'v4', opportunity: 'backed', by: 'ben' },
    { id: 'v5', opportunity: 'wanted', by: '' },
  ],
})

describe('votes for opportunities', () => {
  it('count one for each person, however often it was written, and none of nobody', () => {
    expect([...votesOf(map)]).toEqual([
      ['wanted', 2],
      ['backed', 1],
    ])
  })

  it('stand beside the customers behind it and never move it before what more customers back', () => {
    const weighed = weighedOpportunities(map, buildEvidence(map, '2026-06-15'))
    expect(weighed.map(({ opportunity, votes, customers }) => [opportunity.id, votes, customers])).toEqual([
      // Two customers over both pain points: one said both, and staff, recalled and withdrawn words fill nothing.
      ['backed', 1, 2],
      ['wanted', 2, 0],
    ])
  })

  it('are no evidence: whatever is voted, what customers said stays as it is', () => {
    const without = weighedOpportunities({ ...map, votes: [] }, buildEvidence({ ...map, votes: [] }, '2026-06-15'))
    const weighed = weighedOpportunities(map, buildEvidence(map, '2026-06-15'))
    expect(weighed.map(({ tally, customers }) => [tally, customers])).toEqual(
      without.map(({ tally, customers }) => [tally, customers]),
    )
  })
})
