import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '#shared/model/kinds.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { GROUPINGS, grouped, type Listed, SORTS, sorted } from './arrange.ts'

const map = mapWith({
  personas: [
    { id: 'parents', name: 'Parents' },
    { id: 'students', name: 'Students' },
  ],
  sources: [
    { id: 'survey', name: 'Survey', to: '2025-06-30' },
    { id: 'calls', name: 'Calls' },
  ],
  customers: [
    { id: 'ada', alias: 'Customer 1', persona: 'students' },
    { id: 'ben', alias: 'Customer 2', persona: 'parents' },
    { id: 'cleo', alias: 'Customer 3' },
  ],
})

function said(id: string, fields: Partial<Omit<Listed, 'quote'>> & Partial<Listed['quote']>): Listed {
  const { text = '', feeling = null, kind = 'other', ...quote } = fields
  return { id, text, feeling, kind, quote: KINDS.quotes.make({ id, text, feeling, kind, ...quote }) }
}

const WORDS = [
  said('1', {
    customer: 'cleo',
    saidOn: '2025-01-01',
    feeling: 2,
    text: 'Fine.',
    kind: 'worked',
    source: 'calls',
    channel: 'Phone',
  }),
  said('2', {
    customer: 'ada',
    source: 'survey',
    feeling: -2,
    text: 'Never again, ever.',
    kind: 'did-not-work',
    channel: 'Shop',
  }),
  said('3', { customer: 'ben', saidOn: '2025-09-01', text: 'A button.', kind: 'wish' }),
  said('4', { customer: 'ada', feeling: -2, text: 'No.', kind: 'did-not-work', source: 'calls', channel: ' phone' }),
  said('5', { customer: null, saidOn: '2024-09-01', feeling: 0, text: 'Hm.' }),
]

describe('a long list of words', () => {
  it.each([
    ['newest', ['3', '2', '1', '5', '4']],
    ['oldest', ['5', '1', '2', '3', '4']],
    ['worst', ['2', '4', '5', '1', '3']],
    ['best', ['1', '5', '2', '4', '3']],
    ['longest', ['2', '3', '1', '4', '5']],
    ['shortest', ['4', '5', '1', '3', '2']],
  ] as const)('is read with the %s first, and what says nothing about it last', (sort, ids) => {
    expect(sorted(WORDS, sort, map).map(({ id }) => id)).toEqual(ids)
  })

  it.each([
    ['kind', { 'Did not work': '24', Worked: '1', Wishes: '3', 'Other words': '5' }],
    ['customer', { 'Customer 1': '24', 'Customer 3': '1', 'Customer 2': '3', 'Unknown customer': '5' }],
    ['persona', { Parents: '3', Students: '24', 'No persona': '15' }],
    ['channel', { Phone: '14', Shop: '2', 'No channel': '35' }],
    ['source', { Survey: '2', Calls: '14', 'No source': '35' }],
    ['none', { '': '12345' }],
  ] as const)('is put together by %s', (by, expected) => {
    const groups = grouped(WORDS, by, map).map(({ title, words }) => [title, words.map(({ id }) => id).join('')])
    expect(groups).toEqual(Object.entries(expected))
  })

  it('is put together by year, the last first, where a source may say when', () => {
    const years = grouped(WORDS, 'year', map).map(({ title, words }) => [title, words.map(({ id }) => id).join('')])
    expect(years).toEqual([
      ['2025', '123'],
      ['2024', '5'],
      ['No date', '4'],
    ])
  })

  it('counts the customers of a group once each', () => {
    expect(grouped(WORDS, 'none', map)[0]?.customers).toBe(3)
    expect(grouped(WORDS, 'kind', map)[0]?.customers).toBe(1)
  })

  it('loses no words and shows none twice, however it is arranged', () => {
    const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 })
    fc.assert(
      fc.property(words, fc.constantFrom(...SORTS), fc.constantFrom(...GROUPINGS), (list, sort, by) => {
        const numbered = list.map((one, at) => ({ ...one, id: `${at}` }))
        const shown = grouped(sorted(numbered, sort, map), by, map).flatMap(group => group.words)
        expect(shown.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(numbered.map((_, at) => at))
      }),
    )
  })
})
