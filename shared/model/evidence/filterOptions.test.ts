import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { filterer, NO_FILTER } from './filter.ts'
import { filterOptions } from './filterOptions.ts'

const map = mapWith({
  personas: [{ id: 'parents', name: 'Parents' }, { id: 'students' }],
  sources: [{ id: 'survey', name: 'Survey 2025' }],
  customers: [
    { id: 'ada', persona: 'parents' },
    { id: 'ben', persona: 'parents' },
    { id: 'cleo' },
    { id: 'will', persona: 'students', consent: 'withdrawn' },
  ],
  quotes: [
    { id: '1', customer: 'ada', channel: ' Shop', kind: 'worked', saidOn: '2025-03-01', source: 'survey' },
    { id: '2', customer: 'ben', channel: 'Phone', kind: 'wish', saidOn: '2024-05-06' },
    { id: '3', customer: 'ben', channel: 'phone ' },
    { id: '4', customer: 'cleo' },
    { id: '5', customer: null },
    { id: '6', customer: 'will', channel: 'Letter', saidOn: '2020-01-01' },
  ],
  touchpoints: [{ id: 't' }],
  assumptions: [{ id: 'claim', about: 't' }],
  excerpts: [{ id: 'part', quote: '1', touchpoint: 't', kind: 'wish' }],
  evidence: [{ id: 'e', claim: 'claim', quote: '2' }],
})
const options = filterOptions(map)
const told = (list: readonly { label: string; quotes: number }[]) => list.map(({ label, quotes }) => [label, quotes])

describe('what words can be filtered by', () => {
  it('lists personas and sources with how many quotes they have, and those without any last', () => {
    expect(told(options.personas)).toEqual([
      ['Parents', 3],
      ['Unnamed persona', 0],
      ['No persona', 2],
    ])
    expect(told(options.sources)).toEqual([
      ['Survey 2025', 1],
      ['No source', 4],
    ])
  })

  it('takes channels that differ in case or spaces for one, the most used first', () => {
    expect(told(options.channels)).toEqual([
      ['Phone', 2],
      ['Shop', 1],
      ['No channel', 2],
    ])
  })

  it('says from when to when words were said, and tells nothing of who withdrew', () => {
    expect([options.from, options.to]).toEqual(['2024-05-06', '2025-03-01'])
    expect(options.channels.map(({ label }) => label)).not.toContain('Letter')
  })

  it('counts a narrative by its excerpts too', () => {
    expect(told(options.kinds)).toEqual([
      ['worked', 1],
      ['did-not-work', 0],
      ['wish', 2],
      ['other', 3],
    ])
    expect(options.states.map(({ value, quotes }) => [value, quotes])).toEqual([
      ['single', 2],
      [null, 4],
    ])
  })

  it('promises as many quotes as each option lets pass', () => {
    const passing = (filter: object) =>
      filterer()(map, { ...NO_FILTER, ...filter }).map.quotes.filter(({ id }) => id !== '6')
    for (const { value, quotes } of options.personas) expect(passing({ personas: [value] })).toHaveLength(quotes)
    for (const { value, quotes } of options.channels) expect(passing({ channels: [value] })).toHaveLength(quotes)
    for (const { value, quotes } of options.sources) expect(passing({ sources: [value] })).toHaveLength(quotes)
    for (const { value, quotes } of options.states) expect(passing({ states: [value] })).toHaveLength(quotes)
    for (const { value, quotes } of options.kinds) expect(passing({ kinds: [value] })).toHaveLength(quotes)
  })
})
