import { describe, expect, it } from 'vitest'
import { KINDS } from '#shared/model/kinds.ts'
import { emptyMap } from '#shared/model/MapDocument.ts'
import { findPlaces } from './places.ts'

const map = {
  ...emptyMap(),
  stages: [KINDS.stages.make({ id: 's', name: 'Bring it in' })],
  lanes: [KINDS.lanes.make({ id: 'l', name: 'How it felt', kind: 'feelings' })],
  touchpoints: [KINDS.touchpoints.make({ id: 't', title: 'Hand over the bicycle', stage: 's' })],
  customers: [
    KINDS.customers.make({ id: 'c1', alias: 'Customer 1' }),
    KINDS.customers.make({ id: 'c2', alias: 'Customer 2', consent: 'withdrawn' }),
  ],
  quotes: [
    KINDS.quotes.make({ id: 'q1', text: 'The bicycle was ready early.', customer: 'c1', touchpoint: 't' }),
    KINDS.quotes.make({ id: 'q2', text: 'My bicycle stood in the rain.', customer: 'c2', touchpoint: 't' }),
    KINDS.quotes.make({ id: 'q3', text: 'They lend you a bicycle.', customer: 'c1', how: 'recalled' }),
  ],
  painPoints: [KINDS.painPoints.make({ id: 'p', title: 'No bicycle meanwhile', touchpoint: 't' })],
}

const found = (wanted: string) =>
  findPlaces(map, wanted).map(({ heading, entries }) => [heading, entries.map(e => e.id)])

describe('places to go to', () => {
  it('finds touchpoints, pain points and quotes by a word, and never the words of who withdrew', () => {
    expect(found('bicycle')).toEqual([
      ['Touchpoints', ['t']],
      ['Pain points', ['p']],
      ['Quotes', ['q1', 'q3']],
    ])
  })

  it('finds a title by the beginnings of its words in any order, and with a letter missing', () => {
    expect(found('brin')).toEqual([['Stages', ['s']]])
    expect(found('felt')).toEqual([['Lanes', ['l']]])
    expect(found('bi hand')).toEqual([['Touchpoints', ['t']]])
    expect(found('bicyle')).toEqual([
      ['Touchpoints', ['t']],
      ['Pain points', ['p']],
    ])
  })

  it('finds nothing before something is typed, and nothing where letters only happen to follow each other', () => {
    expect(found('  ')).toEqual([])
    expect(found('hotel')).toEqual([])
  })

  it('shows at most eight of a kind', () => {
    const many = {
      ...emptyMap(),
      touchpoints: Array.from({ length: 40 }, (_, i) => KINDS.touchpoints.make({ id: `t${i}`, title: `Visit ${i}` })),
    }
    expect(findPlaces(many, 'visit').map(({ entries }) => entries.length)).toEqual([8])
  })
})
