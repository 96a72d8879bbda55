import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { heardFrom } from './heardFrom.ts'

describe('how many people a source brought', () => {
  it('counts each once, and neither memories nor unknown people nor who withdrew', () => {
    const map = mapWith({
      sources: [{ id: 'survey', asked: 212 }, { id: 'calls' }, { id: 'empty' }],
      customers: [{ id: 'ada' }, { id: 'ben' }, { id: 'sue', side: 'staff' }, { id: 'will', consent: 'withdrawn' }],
      quotes: [
        { id: '1', customer: 'ada', source: 'survey' },
        { id: '2', customer: 'ada', source: 'survey' },
        { id: '3', customer: 'ben', source: 'survey' },
        { id: '4', customer: 'sue', source: 'survey' },
        { id: '5', customer: 'will', source: 'survey' },
        { id: '6', customer: null, source: 'survey' },
        { id: '7', customer: 'ada', source: 'calls', how: 'recalled' },
        { id: '8', customer: 'ben', source: 'calls' },
        { id: '9', customer: 'ben' },
      ],
    })
    expect([...heardFrom(map)]).toEqual([
      ['survey', 3],
      ['calls', 1],
    ])
  })

  it('never changes when somebody says more', () => {
    const people = ['a', 'b', 'c']
    const said = fc.array(fc.record({ customer: fc.constantFrom(...people), source: fc.constantFrom('s', 't') }))
    fc.assert(
      fc.property(said, list => {
        const quotes = list.map((one, at) => ({ id: `${at}`, ...one }))
        const again = list.map((one, at) => ({ id: `again ${at}`, ...one }))
        const customers = people.map(id => ({ id }))
        const once = heardFrom(mapWith({ customers, quotes }))
        expect(heardFrom(mapWith({ customers, quotes: [...quotes, ...again] }))).toEqual(once)
      }),
    )
  })
})
