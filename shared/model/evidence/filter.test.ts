import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { buildEvidence } from './EvidenceIndex.ts'
import { evidenceFollower } from './evidenceFollower.ts'
import { filterer, isOpen, NO_FILTER, type WordsFilter } from './filter.ts'

const map = mapWith({
  personas: [{ id: 'parents' }, { id: 'students' }],
  sources: [{ id: 'survey', to: '2024-12-31' }, { id: 'calls' }],
  customers: [
    { id: 'ada', persona: 'parents' },
    { id: 'ben', persona: 'students' },
    { id: 'cleo', persona: null },
  ],
  touchpoints: [{ id: 't' }],
  assumptions: [{ id: 'claim', about: 't' }],
  quotes: [
    { id: '1', customer: 'ada', touchpoint: 't', channel: 'Phone', kind: 'worked', saidOn: '2025-03-01', feeling: 2 },
    { id: '2', customer: 'ben', touchpoint: 't', channel: ' phone ', kind: 'wish', source: 'survey', feeling: -2 },
    { id: '3', customer: 'cleo', touchpoint: 't', channel: 'Shop', kind: 'did-not-work', source: 'calls' },
    { id: '4', customer: null, touchpoint: 't' },
  ],
  excerpts: [{ id: 'x', quote: '2', end: 3, touchpoint: 't' }],
  evidence: [
    { id: 'e1', claim: 'claim', quote: '1' },
    { id: 'e2', claim: 'claim', quote: 'x', stance: 'contradicts' },
  ],
})

const TODAY = '2026-01-01'

const left = (filter: Partial<WordsFilter>) =>
  filterer()(map, { ...NO_FILTER, ...filter }).map.quotes.map(quote => quote.id)

describe('which words count', () => {
  it.each<[string, Partial<WordsFilter>, string[]]>([
    ['all without a filter', {}, ['1', '2', '3', '4']],
    ['those of one persona', { personas: ['students'] }, ['2']],
    ['those of nobody’s persona', { personas: [null] }, ['3', '4']],
    ['those of one channel, however it was typed', { channels: ['phone'] }, ['1', '2']],
    ['those without a channel', { channels: [''] }, ['4']],
    ['those of one source, or of none', { sources: ['calls', null] }, ['1', '3', '4']],
    ['wishes', { kinds: ['wish'] }, ['2']],
    ['those of a time, or else of their source’s last day', { to: '2024-12-31' }, ['2']],
    ['those said since a day', { from: '2025-01-01' }, ['1']],
    ['those that pass all of it', { channels: ['Phone'], personas: ['parents'], from: '2025-03-01' }, ['1']],
  ])('%s', (_, filter, ids) => {
    expect(left(filter)).toEqual(ids)
  })

  it('changes every count and feeling, also of claims whose words are out', () => {
    const parents = buildEvidence(filterer()(map, { ...NO_FILTER, personas: ['parents'] }).map, TODAY)
    expect(parents.heard('t')).toBe(1)
    expect(parents.customersOnMap).toBe(1)
    expect(parents.spoken().map(({ id }) => id)).toEqual(['1'])
    expect(parents.tally('claim')).toMatchObject({ supports: 1, contradicts: 0 })
    expect(parents.heardFeeling('t')?.median).toBe(2)
  })

  it('answers with the same lists while neither words nor filter change', () => {
    const filter = { ...NO_FILTER, kinds: ['wish' as const] }
    const again = filterer()
    const first = again(map, filter)
    const second = again({ ...map, notes: [], quotes: [...map.quotes] }, filter)
    expect(second.map.quotes).toBe(first.map.quotes)
    expect(second.inPart).toBe(first.inPart)
    expect(again(map, NO_FILTER).map).toBe(map)
    expect(isOpen(NO_FILTER)).toBe(true)
    expect(isOpen(filter)).toBe(false)
  })
})

describe('words that are filtered by what they are about', () => {
  /** One narrative in three parts, of one customer, and what four others said. */
  const told = mapWith({
    customers: ['ada', 'b1', 'b2', 'b3', 'b4'].map(id => ({ id })),
    touchpoints: [{ id: 'ring' }, { id: 'wait' }],
    assumptions: [
      { id: 'quick', about: 'ring' },
      { id: 'short', about: 'wait' },
    ],
    quotes: [
      { id: 'long', customer: 'ada', text: 'It rang. I waited. I wish.', touchpoint: 'ring', feeling: -1 },
      ...['b1', 'b2', 'b3', 'b4'].map(customer => ({ id: `q-${customer}`, customer, touchpoint: 'ring' })),
      { id: 'loose', customer: 'b1' },
    ],
    excerpts: [
      { id: 'waited', quote: 'long', start: 9, end: 18, touchpoint: 'wait', kind: 'did-not-work', feeling: -2 },
      { id: 'wish', quote: 'long', start: 19, end: 26, touchpoint: 'wait', kind: 'wish', feeling: 2 },
    ],
    evidence: [
      ...['b1', 'b2'].map(customer => ({ id: `e-${customer}`, claim: 'quick', quote: `q-${customer}` })),
      ...['b3', 'b4'].map(customer => {
        return { id: `e-${customer}`, claim: 'quick', quote: `q-${customer}`, stance: 'contradicts' as const }
      }),
      { id: 'e-long', claim: 'quick', quote: 'long' },
      { id: 'e-wish', claim: 'short', quote: 'wish' },
      { id: 'e-loose', claim: 'q4', quote: 'loose' },
    ],
  })
  const counted = (filter: Partial<WordsFilter>) => {
    const { map: some, inPart } = filterer()(told, { ...NO_FILTER, ...filter })
    return evidenceFollower()(some, TODAY, inPart)
  }

  it('take an excerpt by its own kind, without the narrative around it', () => {
    const wishes = counted({ kinds: ['wish'] })
    expect(wishes.wordsOn('wait').map(({ text }) => text)).toEqual(['[…] I wish.'])
    expect(wishes.heardFeeling('wait')?.median).toBe(2)
    expect(wishes.wordsOn('ring')).toEqual([])
    expect(wishes.tally('quick').supports).toBe(0)
    expect(wishes.tally('short').supports).toBe(1)
    expect(wishes.customersOnMap).toBe(1)
    expect(counted({ kinds: ['other'] }).wordsOn('wait')).toEqual([])
  })

  it.each<[string, WordsFilter['states'], Record<string, string[]>]>([
    ['are disputed', ['contested'], { ring: ['long', 'q-b1', 'q-b2', 'q-b3', 'q-b4'] }],
    ['one customer stands behind', ['single'], { wait: ['waited', 'wish'], tray: ['loose'] }],
    [
      'either',
      ['single', 'contested'],
      { ring: ['long', 'q-b1', 'q-b2', 'q-b3', 'q-b4'], wait: ['waited', 'wish'], tray: ['loose'] },
    ],
    ['do not exist', [null], {}],
  ])('take those whose claims %s', (_, states, expected) => {
    const now = counted({ states })
    const ids = (touchpoint: string) => now.wordsOn(touchpoint).map(({ id }) => id)
    expect({ ring: ids('ring'), wait: ids('wait'), tray: now.unplaced().map(({ id }) => id) }).toEqual({
      ...{ ring: [], wait: [], tray: [] },
      ...expected,
    })
  })

  it('judge claims by everybody’s words, whatever else is filtered', () => {
    const short = counted({ states: ['contested'], kinds: ['other'] })
    expect(short.tally('quick')).toMatchObject({ supports: 3, contradicts: 2 })
    expect(counted({ states: ['single'], kinds: ['other'] }).heard('ring')).toBe(0)
  })

  it('follow a filter that changes as counting anew does', () => {
    const filters: Partial<WordsFilter>[] = [
      { kinds: ['wish', 'other'] },
      { kinds: ['wish'] },
      { states: ['single'] },
      {},
      { kinds: ['did-not-work'], states: ['single'] },
    ]
    const [filterWords, count] = [filterer(), evidenceFollower()]
    for (const filter of filters) {
      const { map: some, inPart } = filterWords(told, { ...NO_FILTER, ...filter })
      const [now, anew] = [count(some, TODAY, inPart), counted(filter)]
      for (const id of ['ring', 'wait']) {
        expect(now.wordsOn(id)).toEqual(anew.wordsOn(id))
        expect(now.heardFeeling(id)).toEqual(anew.heardFeeling(id))
      }
      for (const claim of ['quick', 'short', 'q4']) expect(now.tally(claim)).toEqual(anew.tally(claim))
      expect(now.customersOnMap).toBe(anew.customersOnMap)
    }
  })
})
