import { describe, expect, it } from 'vitest'
import { type Lists, mapWith } from '../../testing/mapWith.ts'
import { coverage } from './coverage.ts'
import { buildEvidence } from './EvidenceIndex.ts'

const TODAY = '2026-06-01'

const said = (id: string, customer: string | null, touchpoint: string, more = {}) => ({
  id,
  customer,
  touchpoint,
  saidOn: '2026-01-01',
  ...more,
})

const base: Lists = {
  personas: [{ id: 'parents' }, { id: 'students' }],
  customers: [
    ...['ada', 'ben', 'cleo', 'dan', 'eve'].map(id => ({ id, persona: 'parents' })),
    { id: 'fay', persona: null },
    { id: 'sam', side: 'staff' as const },
  ],
  stages: [{ id: 'find' }, { id: 'buy' }],
  lanes: [{ id: 'front', kind: 'frontstage' }, { id: 'notes', kind: 'backstage' }, { id: 'steps' }],
  touchpoints: [
    { id: 'shop', stage: 'find', lane: 'front' },
    { id: 'site', stage: 'find', lane: 'front' },
    { id: 'till', stage: 'buy', lane: 'front' },
    { id: 'walk', stage: 'buy', lane: 'steps' },
  ],
}

function covered(quotes: Lists['quotes']) {
  const map = mapWith({ ...base, quotes: quotes ?? [] })
  return coverage(map, buildEvidence(map, TODAY), TODAY)
}

describe('coverage', () => {
  it('has a row for each lane that holds touchpoints and a cell for each stage', () => {
    const { lanes } = covered([])
    expect(lanes.map(({ id, cells }) => [id, cells.map(({ touchpoints }) => touchpoints)])).toEqual([
      ['front', [['shop', 'site'], ['till']]],
      ['steps', [[], ['walk']]],
    ])
    expect(lanes.flatMap(({ cells }) => cells.map(({ level }) => level))).toEqual(['empty', 'empty', 'empty', 'empty'])
  })

  it('counts each customer once in a cell, and neither staff, unknown people nor memory', () => {
    const { lanes } = covered([
      said('1', 'ada', 'shop'),
      said('2', 'ada', 'site'),
      said('3', 'sam', 'shop'),
      said('4', null, 'shop'),
      said('5', 'ben', 'shop', { how: 'recalled' }),
      ...['ada', 'ben', 'cleo', 'dan', 'eve'].map(who => said(`t${who}`, who, 'till')),
      said('6', 'ada', 'walk'),
      said('7', 'ben', 'walk'),
    ])
    expect(lanes.map(({ cells }) => cells.map(({ customers, level }) => [customers, level]))).toEqual([
      [
        [1, 'single'],
        [5, 'enough'],
      ],
      [
        [0, 'empty'],
        [2, 'few'],
      ],
    ])
  })

  it('calls a cell old when all that was said there is, and never when a day is unknown', () => {
    const old = { saidOn: '2020-01-01' }
    const { lanes } = covered([
      said('1', 'ada', 'shop', old),
      said('2', 'ben', 'site', { saidOn: '2021-05-05' }),
      said('3', 'ada', 'till', old),
      said('4', 'ben', 'till', { saidOn: null }),
    ])
    const [front] = lanes
    expect(front?.cells.map(({ stale, newest }) => [stale, newest])).toEqual([
      [true, '2021-05-05'],
      [false, '2020-01-01'],
    ])
  })

  it('says of whom nobody was heard, and counts customers of no persona apart', () => {
    const { personas } = covered([said('1', 'ada', 'shop'), said('2', 'fay', 'shop'), said('3', 'ada', 'till')])
    expect(personas.map(({ id, cells }) => [id, cells.map(({ customers }) => customers)])).toEqual([
      ['parents', [1, 1]],
      ['students', [0, 0]],
      [null, [1, 0]],
    ])
    expect(covered([said('1', 'ada', 'shop')]).personas.map(({ id }) => id)).toEqual(['parents', 'students'])
  })
})
