import { describe, expect, it } from 'vitest'
import { coverage } from '#shared/model/evidence/coverage.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { heardFrom } from '#shared/model/evidence/heardFrom.ts'
import { customersBehind } from '#shared/model/evidence/votes.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { type Behind, wordsBehind } from './behind.ts'

const map = mapWith({
  personas: [{ id: 'parents' }],
  stages: [{ id: 's' }],
  lanes: [{ id: 'l', kind: 'frontstage' }],
  touchpoints: [{ id: 't', stage: 's', lane: 'l' }, { id: 'felt' }],
  sources: [{ id: 'talks' }],
  customers: [{ id: 'ada', persona: 'parents' }, { id: 'ben' }, { id: 'cleo' }, { id: 'sam', side: 'staff' }],
  quotes: [
    { id: 'old', text: 'Long ago.', customer: 'ada', touchpoint: 't', saidOn: '2024-01-01', feeling: 2 },
    { id: 'new', text: 'Just now.', customer: 'ben', touchpoint: 't', saidOn: '2026-01-01' },
    { id: 'long', text: 'They rang. I was out.', customer: 'ada', saidOn: '2025-01-01' },
    { id: 'staff', customer: 'sam', touchpoint: 't' },
    { id: 'recalled', customer: 'ben', touchpoint: 't', how: 'recalled' },
    { id: 'glad', customer: 'ada', touchpoint: 'felt', feeling: 2 },
    { id: 'sad', customer: 'cleo', touchpoint: 'felt', feeling: -2, source: 'talks' },
    { id: 'sour', customer: 'cleo', touchpoint: 'felt', feeling: 0 },
    { id: 'asked', customer: 'sam', source: 'talks' },
    { id: 'nobody', source: 'talks' },
  ],
  excerpts: [{ id: 'x', quote: 'long', start: 0, end: 10, touchpoint: 't', feeling: -1 }],
  assumptions: [
    { id: 'a', about: 't' },
    { id: 'b', about: 'felt' },
  ],
  evidence: [
    { id: '1', claim: 'a', quote: 'old' },
    { id: '2', claim: 'a', quote: 'new', stance: 'contradicts' },
    { id: '3', claim: 'a', quote: 'staff' },
    { id: '6', claim: 'b', quote: 'old' },
    { id: '7', claim: 'b', quote: 'sad' },
    { id: '8', claim: 'b', quote: 'sour', stance: 'contradicts' },
    { id: '4', claim: 'q9', quote: 'x' },
    { id: '5', claim: 'q9', quote: 'new', stance: 'contradicts' },
  ],
})
const evidence = buildEvidence(map, '2026-06-01')
const told = (behind: Behind) =>
  wordsBehind(map, evidence, behind).map(({ title, words, customers }) => [title, words.map(({ id }) => id), customers])

describe('the words behind a number', () => {
  it('are those for and against a claim, and apart those that fill no ring', () => {
    expect(told({ of: 'claim', claim: 'a' })).toEqual([
      ['Say this', ['old'], 1],
      ['Say the opposite', ['new'], 1],
      ['Counted apart: staff, from memory, unknown', ['staff'], 0],
    ])
  })

  it('are yes and no where a question asks for it, for the part that is looked at', () => {
    expect(told({ of: 'question', question: 'q9', part: {} })).toEqual([
      ['Yes', ['x'], 1],
      ['No', ['new'], 1],
    ])
    expect(told({ of: 'question', question: 'q9', part: { persona: 'parents' } })).toEqual([['Yes', ['x'], 1]])
  })

  it('are as many customers as the coverage of a part says, the newest words first', () => {
    expect(told({ of: 'part', touchpoints: ['t'] })).toEqual([['Said here', ['new', 'x', 'old'], 2]])
    expect(told({ of: 'part', touchpoints: ['t'], persona: null })).toEqual([['Said here', ['new'], 1]])
    const { lanes, personas } = coverage(map, evidence, '2026-06-01')
    expect(lanes[0]?.cells[0]?.customers).toBe(2)
    expect(personas.map(row => row.cells[0]?.customers)).toEqual([1, 1])
  })

  it('are those with a feeling where a feeling was heard', () => {
    expect(told({ of: 'feeling', touchpoint: 't' })).toEqual([['Felt here', ['x', 'old'], 1]])
  })

  it('are of those who felt so where one step is asked for, and of those who felt bad', () => {
    expect(told({ of: 'feeling', touchpoint: 'felt', felt: -1 })).toEqual([['Felt here', ['sad', 'sour'], 1]])
    expect(told({ of: 'feeling', touchpoint: 'felt', felt: 2 })).toEqual([['Felt here', ['glad'], 1]])
    expect(told({ of: 'feeling', touchpoint: 'felt', felt: 'bad' })).toEqual([['Felt here', ['sad', 'sour'], 1]])
    expect(told({ of: 'feeling', touchpoint: 'felt', felt: 0 })).toEqual([])
  })

  it('are those of several claims together, each customer once, and apart who says both of one', () => {
    expect(told({ of: 'claims', claims: ['a', 'b'] })).toEqual([
      ['Say this', ['old'], 1],
      ['Say the opposite', ['new'], 1],
      ['Say both', ['sad', 'sour'], 1],
      ['Counted apart: staff, from memory, unknown', ['staff'], 0],
    ])
    expect(customersBehind(['a', 'b'], evidence)).toBe(1)
  })

  it('are what a source brought, staff who were asked among them', () => {
    expect(told({ of: 'source', source: 'talks' })).toEqual([
      ['Answered', ['sad', 'asked'], 2],
      ['Counted apart: from memory, unknown', ['nobody'], 0],
    ])
    expect(heardFrom(map).get('talks')).toBe(2)
  })

  it('are all that count, as many customers as the filter says', () => {
    const [first, apart] = wordsBehind(map, evidence, { of: 'all' })
    expect(first?.customers).toBe(evidence.customersOnMap)
    expect((first?.words.length ?? 0) + (apart?.words.length ?? 0)).toBe(evidence.spoken().length)
  })

  it('are none where nobody spoke', () => {
    expect(told({ of: 'claim', claim: 'q1' })).toEqual([])
  })
})
