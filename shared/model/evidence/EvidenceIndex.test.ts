import { describe, expect, it } from 'vitest'
import { type Lists, mapWith } from '../../testing/mapWith.ts'
import type { RecordOf } from '../kinds.ts'
import { buildEvidence } from './EvidenceIndex.ts'

const TODAY = '2026-06-01'

const PEOPLE = [
  { id: 'ada' },
  { id: 'ben' },
  { id: 'cleo' },
  { id: 'sam', side: 'staff' as const },
  { id: 'will', consent: 'withdrawn' as const },
]

const evidenceOf = (lists: Lists) => buildEvidence(mapWith({ customers: PEOPLE, ...lists }), TODAY)
const ids = (records: readonly { id: string }[]) => records.map(record => record.id)

describe('words on a touchpoint', () => {
  const index = evidenceOf({
    touchpoints: [{ id: 't' }, { id: 'other' }],
    quotes: [
      { id: '1', customer: 'ada', touchpoint: 't' },
      { id: '2', customer: 'ada', touchpoint: 't' },
      { id: '3', customer: 'sam', touchpoint: 't' },
      { id: '4', customer: 'will', touchpoint: 't' },
      { id: '5', customer: null, touchpoint: 't' },
      { id: '6', customer: 'cleo', touchpoint: 't', how: 'recalled' },
      { id: '7', customer: 'ben', text: 'The parts came late. The staff were kind.' },
      { id: '8', customer: 'ben', about: 'journey' },
      { id: '9', customer: 'ben', text: 'It rained.' },
    ],
    excerpts: [
      { id: 'x1', quote: '7', start: 0, end: 20, touchpoint: 't' },
      { id: 'x2', quote: '7', start: 21, end: 41, touchpoint: 'other' },
      { id: 'x3', quote: '9', start: 0, end: 2 },
    ],
  })

  it('were heard from different customers, not from staff, unknown people or memory', () => {
    expect(index.heard('t')).toBe(2)
    expect(index.heard('other')).toBe(1)
    expect(index.heard('nowhere')).toBe(0)
  })

  it('are listed in the order of the map, without those of customers who withdrew', () => {
    expect(ids(index.quotesOn('t'))).toEqual(['1', '2', '3', '5', '6', '7'])
    expect(ids(index.quotesOn('other'))).toEqual(['7'])
  })

  it('leave the tray as soon as an excerpt or a subject places them', () => {
    expect(ids(index.unplaced())).toEqual(['9'])
  })

  it('belong to customers of the map, each counted once', () => {
    expect(index.customersOnMap).toBe(3)
  })
})

describe('feelings', () => {
  const felt = (quotes: Lists['quotes'], excerpts: Lists['excerpts'] = []) =>
    evidenceOf({ touchpoints: [{ id: 't' }], quotes: quotes ?? [], excerpts }).heardFeeling('t')

  it('are drawn together per customer first, so that a talkative one counts once', () => {
    const ada = [-2, -2, -2, -2].map((feeling, i) => ({ id: `a${i}`, customer: 'ada', touchpoint: 't', feeling }))
    const others = [{ id: 'b', customer: 'ben', touchpoint: 't', feeling: 1 }]
    expect(felt([...ada, ...others, { id: 'c', customer: 'cleo', touchpoint: 't', feeling: 2 }])).toEqual({
      median: 1,
      customers: 3,
      values: [-2, 1, 2],
    })
  })

  it('lie between the middle two of an even number', () => {
    expect(
      felt([
        { id: 'a', customer: 'ada', touchpoint: 't', feeling: -1 },
        { id: 'b', customer: 'ben', touchpoint: 't', feeling: 2 },
      ]),
    ).toMatchObject({ median: 0.5, customers: 2 })
  })

  it('of staff, of unknown people, of those who withdrew and from memory are left out', () => {
    expect(
      felt([
        { id: '1', customer: 'sam', touchpoint: 't', feeling: 2 },
        { id: '2', customer: null, touchpoint: 't', feeling: 2 },
        { id: '3', customer: 'will', touchpoint: 't', feeling: 2 },
        { id: '4', customer: 'ada', touchpoint: 't', feeling: 2, how: 'recalled' },
        { id: '5', customer: 'ada', touchpoint: 't', feeling: null },
        { id: '6', customer: 'ada', feeling: 2 },
      ]),
    ).toBeNull()
  })

  it('of an excerpt count where the excerpt lies, and those of its whole quote do not', () => {
    const quotes = [{ id: 'q', customer: 'ada', text: 'Long story', feeling: -2 }]
    expect(felt(quotes, [{ id: 'x', quote: 'q', end: 4, touchpoint: 't', feeling: 1 }])?.median).toBe(1)
    expect(felt(quotes, [{ id: 'x', quote: 'q', end: 4, touchpoint: 't' }])).toBeNull()
  })
})

describe('assumptions', () => {
  const index = evidenceOf({
    touchpoints: [{ id: 't' }],
    assumptions: [
      { id: 'a1', about: 't', feeling: 2 },
      { id: 'a2', about: 't', feeling: -1, replaces: 'a1' },
      { id: 'j', about: 'journey', feeling: 1 },
    ],
  })

  it('are current until another replaces them', () => {
    expect(index.assumptionAbout('t')?.id).toBe('a2')
    expect(index.assumedFeeling('t')).toBe(-1)
    expect(index.assumptionAbout('journey')?.id).toBe('j')
    expect(index.assumptionAbout('elsewhere')).toBeNull()
    expect(index.assumedFeeling('elsewhere')).toBeNull()
  })
})

describe('the tally of a claim', () => {
  const index = evidenceOf({
    sources: [{ id: 'survey', to: '2015-12-31' }],
    quotes: [
      { id: '1', customer: 'ada', text: 'Yes. No.', saidOn: '2026-01-01' },
      { id: '2', customer: 'ben', text: 'Yes', saidOn: '2026-01-01' },
      { id: '3', customer: 'will', text: 'Yes' },
      { id: '4', customer: 'cleo', text: 'Yes', source: 'survey' },
      { id: '5', customer: 'sam', text: 'Yes' },
      { id: '6', customer: 'ada', text: 'Yes', how: 'recalled' },
      { id: '7', customer: null, text: 'Yes' },
    ],
    excerpts: [
      { id: 'yes', quote: '1', start: 0, end: 4 },
      { id: 'no', quote: '1', start: 5, end: 8 },
    ],
    painPoints: [{ id: 'p', touchpoint: 't' }],
    evidence: [
      { id: 'e1', claim: 'p', quote: 'yes' },
      { id: 'e2', claim: 'p', quote: 'no', stance: 'contradicts' },
      ...['2', '3', '4', '5', '6', '7', 'gone'].map(quote => ({ id: `e-${quote}`, claim: 'p', quote })),
      { id: 'e9', claim: 'q9', quote: '4' },
    ],
  })

  it('counts customers once, whole quotes and excerpts alike, and leaves out who withdrew', () => {
    expect(index.tally('p')).toEqual({
      supports: 2,
      contradicts: 0,
      mixed: 1,
      status: 'heard',
      stale: false,
      overturned: false,
      staffSupports: 1,
      staffContradicts: 0,
      recalled: 1,
      unknown: 1,
    })
  })

  it('takes undated words to be no newer than their source', () => {
    expect(index.tally('q9')).toMatchObject({ supports: 1, status: 'single', stale: true })
  })

  it('is an assumption where nobody said anything', () => {
    expect(index.tally('whyHired')).toMatchObject({
      supports: 0,
      status: 'assumption',
      stale: false,
      overturned: false,
    })
  })

  it('shows the words it stands on, cut visibly', () => {
    expect(index.evidenceFor('p').map(({ text, voice }) => [text, voice])).toEqual([
      ['Yes. […]', 'customer'],
      ['[…] No.', 'customer'],
      ['Yes', 'customer'],
      ['Yes', 'customer'],
      ['Yes', 'staff'],
      ['Yes', 'recalled'],
      ['Yes', 'unknown'],
    ])
  })

  it('finds the pains of a touchpoint', () => {
    expect(ids(index.painsOn('t'))).toEqual(['p'])
    expect(index.painsOn('elsewhere')).toEqual([])
  })

  it('follows the number of voices that the map needs', () => {
    const map = mapWith({
      customers: PEOPLE,
      quotes: [{ id: '1', customer: 'ada' }],
      evidence: [{ id: 'e', claim: 'q1', quote: '1' }],
    })
    const asksForOne = { ...map, map: { ...map.map, voicesNeeded: 1 } }
    expect(buildEvidence(asksForOne, TODAY).tally('q1').status).toBe('corroborated')
  })
})

describe('the quotes on a card', () => {
  const LONG = 'word '.repeat(60).trim()
  const quote = (id: string, more: Partial<RecordOf<'quotes'>> = {}) => ({ id, text: id, touchpoint: 't', ...more })
  const shown = (lists: Lists) =>
    evidenceOf({ touchpoints: [{ id: 't' }], assumptions: [{ id: 'a', about: 't' }], ...lists })
      .cardQuotes('t')
      .map(card => [card.text, card.stance, card.pinned])
  const against = (id: string, quote: string) => ({ id, claim: 'a', quote, stance: 'contradicts' as const })
  const pro = (id: string, quote: string) => ({ id, claim: 'a', quote })

  it('are the newest that fits while nobody took a side', () => {
    const quotes = [
      quote('old', { customer: 'ada', saidOn: '2020-01-01' }),
      quote('new', { customer: 'ben', saidOn: '2026-01-01' }),
      quote('undated', { customer: 'cleo' }),
      quote('long', { customer: 'cleo', saidOn: '2026-02-01', text: LONG }),
      quote('staff', { customer: 'sam', saidOn: '2026-03-01' }),
      quote('memory', { customer: 'ada', saidOn: '2026-03-01', how: 'recalled' }),
      quote('withdrawn', { customer: 'will', saidOn: '2026-03-01' }),
      quote('blank', { customer: 'ada', saidOn: '2026-03-01', text: ' ' }),
    ]
    expect(shown({ quotes })).toEqual([['new', null, false]])
  })

  it('are long ones or recalled ones where there are no others, and never staff speaking as customers', () => {
    expect(shown({ quotes: [quote('long', { customer: 'ada', text: LONG })] })).toEqual([[LONG, null, false]])
    expect(shown({ quotes: [quote('memory', { customer: 'ada', how: 'recalled' })] })).toEqual([
      ['memory', null, false],
    ])
    expect(shown({ quotes: [quote('staff', { customer: 'sam' })] })).toEqual([])
    expect(shown({})).toEqual([])
  })

  it('prefer an excerpt that fits to its long quote', () => {
    const excerpts = [{ id: 'x', quote: 'long', start: 5, end: 14, touchpoint: 't' }]
    const quotes = [quote('long', { customer: 'ada', text: LONG })]
    expect(shown({ quotes, excerpts })).toEqual([['[…] word word […]', null, false]])
  })

  it('come from the larger side of the card’s claim', () => {
    const quotes = [
      quote('for', { customer: 'ada', saidOn: '2026-03-01' }),
      quote('against 1', { customer: 'ben', saidOn: '2025-01-01' }),
      quote('against 2', { customer: 'cleo', saidOn: '2024-01-01' }),
    ]
    const evidence = [pro('1', 'for'), against('2', 'against 1'), against('3', 'against 2')]
    expect(shown({ quotes, evidence })).toEqual([['against 1', 'contradicts', false]])
  })

  const DISAGREEING = {
    customers: [...PEOPLE, { id: 'dan' }, { id: 'eve' }],
    quotes: [
      quote('for 1', { customer: 'ada', saidOn: '2025-01-01' }),
      quote('for 2', { customer: 'ben', saidOn: '2026-01-01' }),
      quote('against 1', { customer: 'cleo', saidOn: '2026-01-01' }),
      quote('against 2', { customer: 'dan', saidOn: '2025-01-01' }),
      quote('both', { customer: 'eve', saidOn: '2026-05-01' }),
    ],
    evidence: [
      pro('1', 'for 1'),
      pro('2', 'for 2'),
      against('3', 'against 1'),
      against('4', 'against 2'),
      pro('5', 'both'),
      against('6', 'both'),
    ],
  }

  it('are one of each side where customers disagree, the larger side first', () => {
    expect(shown(DISAGREEING)).toEqual([
      ['for 2', 'supports', false],
      ['against 1', 'contradicts', false],
    ])
    const more = { ...DISAGREEING, customers: [...DISAGREEING.customers, { id: 'finn' }] }
    more.quotes = [...more.quotes, quote('against 3', { customer: 'finn', saidOn: '2023-01-01' })]
    more.evidence = [...more.evidence, against('7', 'against 3')]
    expect(shown(more)).toEqual([
      ['against 1', 'contradicts', false],
      ['for 2', 'supports', false],
    ])
  })

  it('begin with what a person pinned, which never hides the other side', () => {
    const pinned = (pinnedQuote: string) => ({ ...DISAGREEING, touchpoints: [{ id: 't', pinnedQuote }] })
    expect(shown(pinned('against 2'))).toEqual([
      ['against 2', 'contradicts', true],
      ['for 2', 'supports', false],
    ])
    expect(shown(pinned('both'))).toEqual([['both', null, true]])
  })

  it('leave out a pinned quote of a customer who withdrew', () => {
    const quotes = [quote('gone', { customer: 'will' }), quote('stays', { customer: 'ada' })]
    expect(shown({ quotes, touchpoints: [{ id: 't', pinnedQuote: 'gone' }] })).toEqual([['stays', null, false]])
  })

  it('never break a character in two', () => {
    const excerpts = [{ id: 'x', quote: 'q', start: 3, end: 6, touchpoint: 't' }]
    const quotes = [quote('q', { touchpoint: null, customer: 'ada', text: 'Ah😀b😀 end' })]
    expect(shown({ quotes, excerpts })).toEqual([['[…] 😀b😀 […]', null, false]])
  })
})
