import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { buildEvidence } from './EvidenceIndex.ts'
import { type BoardPart, questionBoard } from './questionBoard.ts'

const map = mapWith({
  personas: [{ id: 'parents' }],
  stages: [{ id: 'find' }, { id: 'buy' }],
  touchpoints: [{ id: 'shop', stage: 'find' }],
  customers: [{ id: 'ada', persona: 'parents' }, { id: 'ben' }, { id: 'will', consent: 'withdrawn' }],
  quotes: [
    { id: '1', customer: 'ada', touchpoint: 'shop', text: 'Every day, on my way to work.' },
    { id: '2', customer: 'ada', about: 'buy' },
    { id: '3', customer: 'ben', about: 'journey' },
    { id: '4', customer: 'will', touchpoint: 'shop' },
    { id: '5', customer: null, touchpoint: 'shop' },
  ],
  excerpts: [{ id: 'x', quote: '3', end: 3, touchpoint: 'shop' }],
  evidence: [
    { id: 'a', claim: 'q1', quote: '1' },
    { id: 'b', claim: 'q1', quote: '2' },
    { id: 'c', claim: 'q1', quote: 'x' },
    { id: 'd', claim: 'q1', quote: '4' },
    { id: 'e', claim: 'q1', quote: '5' },
    { id: 'f', claim: 'q9', quote: '1', stance: 'supports' },
    { id: 'g', claim: 'q9', quote: '3', stance: 'contradicts' },
  ],
})
const evidence = buildEvidence(map, '2026-01-01')
const board = (part?: BoardPart) => questionBoard(map, evidence, part)

describe('the nine questions', () => {
  it('stand in their order, each with its quotes, how many customers they are of, and how many are missing', () => {
    expect(board().map(({ id, customers, missing }) => [id, customers, missing])).toEqual([
      ['q1', 2, 3],
      ...['q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'].map(id => [id, 0, 5]),
      ['q9', 2, 3],
    ])
    expect(board()[0]?.answers.map(({ evidence }) => evidence.id)).toEqual(['a', 'b', 'c', 'e'])
  })

  it('have two sides only where the answer is yes or no', () => {
    expect(
      board()
        .filter(({ sides }) => sides !== null)
        .map(({ id }) => id),
    ).toEqual(['q7', 'q9'])
    expect(board()[8]?.sides).toEqual({ supports: 1, contradicts: 1, mixed: 0 })
  })

  it.each<[string, BoardPart, string[]]>([
    ['one persona', { persona: 'parents' }, ['a', 'b']],
    ['customers of no persona', { persona: null }, ['c', 'e']],
    ['one stage, where the excerpt lies and not its quote', { stage: 'find' }, ['a', 'c', 'e']],
    ['another stage, by what a quote is about', { stage: 'buy' }, ['b']],
    ['one persona in one stage', { persona: 'parents', stage: 'find' }, ['a']],
  ])('can be looked at for %s', (_, part, ids) => {
    expect(board(part)[0]?.answers.map(({ evidence }) => evidence.id)).toEqual(ids)
  })
})
