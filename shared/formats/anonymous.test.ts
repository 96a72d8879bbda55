import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UNKNOWN } from '../model/kind.ts'
import { mend } from '../model/mend.ts'
import { aMap } from '../testing/arbitraryMap.ts'
import { mapWith } from '../testing/mapWith.ts'
import { anonymous } from './anonymous.ts'

const withAliases = (...aliases: string[]) =>
  anonymous(mapWith({ customers: aliases.map((alias, i) => ({ id: `c${i}`, alias })) })).customers.map(c => c.alias)

describe('the anonymous edition', () => {
  it('keeps generated aliases and replaces typed-in names, so that no real name leaves', () => {
    expect(withAliases('Customer 2', 'Jane Doe', 'Customer 12', '')).toEqual([
      'Customer 2',
      'Customer 1',
      'Customer 12',
      'Customer 3',
    ])
  })

  it.each([
    'Customer',
    'Customer 0',
    'Customer 12 Jane',
    'customer 12',
    'Customer 49301177',
    ' Customer 1',
    'Client 3',
  ])('takes %j for no generated alias', alias => {
    expect(withAliases(alias)).toEqual(['Customer 1'])
  })

  it('numbers staff apart', () => {
    const customers = [
      { id: 'a', side: 'staff' as const, alias: 'Tim' },
      { id: 'b', alias: 'Ada' },
    ]
    const { customers: anonymised } = anonymous(mapWith({ customers }))
    expect(anonymised.map(customer => customer.alias)).toEqual(['Staff 1', 'Customer 1'])
  })

  it('renames nobody else when a customer withdraws', () => {
    const ada = { id: 'a', alias: 'Ada' }
    const ben = { id: 'b', alias: 'Ben' }
    const before = anonymous(mapWith({ customers: [ada, ben] })).customers
    const after = anonymous(mapWith({ customers: [{ ...ada, consent: 'withdrawn' }, ben] })).customers
    expect(after).toEqual(before.filter(customer => customer.id === 'b'))
  })

  it('leaves out who withdrew, with every word and everything that stands on it', () => {
    const map = mapWith({
      customers: [
        { id: 'will', consent: 'withdrawn' },
        { id: 'ada', consent: 'given' },
      ],
      touchpoints: [{ id: 't', pinnedQuote: '1' }],
      quotes: [
        { id: '1', customer: 'will', text: 'secret' },
        { id: '2', customer: 'ada', text: 'fine' },
        { id: '3', customer: null, text: 'unknown' },
      ],
      excerpts: [{ id: 'x', quote: '1', end: 3 }],
      evidence: [
        { id: 'e1', claim: 'q1', quote: '1' },
        { id: 'e2', claim: 'q1', quote: 'x' },
        { id: 'e3', claim: 'q1', quote: '2' },
      ],
    })
    const edition = anonymous(map)
    expect(edition.quotes.map(quote => quote.id)).toEqual(['2', '3'])
    expect(edition.customers.map(customer => customer.id)).toEqual(['ada'])
    expect(edition.excerpts).toEqual([])
    expect(edition.evidence.map(record => record.id)).toEqual(['e3'])
    expect(edition.touchpoints[0]?.pinnedQuote).toBeNull()
  })

  it('holds no name, key, facet, imported column, reference or original anywhere', () => {
    const name = 'Jane Doe'
    const map = mapWith({
      customers: [{ id: 'c', alias: name, key: name, facets: { city: name }, [UNKNOWN]: { phone: name } }],
      sources: [{ id: 's', name: 'Survey', collectedBy: name }],
      notes: [{ id: 'n', text: 'Mind the gap', author: name }],
      assumptions: [{ id: 'a', about: 'journey', text: 'They like it', author: name }],
      touchpoints: [{ id: 't', title: 'Wait', author: name }],
      opportunities: [{ id: 'o', title: 'Wait less', author: name }],
      painPoints: [
        { id: 'p', author: name, history: [{ status: 'open', on: null, words: 'Seen', by: name } as never] },
      ],
      quotes: [
        { id: 'q', customer: 'c', text: '█ called me', ref: name, row: { name }, [UNKNOWN]: { original: name } },
      ],
    })
    const edition = JSON.stringify(anonymous({ ...map, [UNKNOWN]: { originals: [name] } }))
    expect(edition).not.toContain(name)
    for (const kept of ['█ called me', 'Mind the gap', 'They like it', 'Seen', 'Survey'])
      expect(edition).toContain(kept)
  })

  it('leaves everything else as it is', () => {
    fc.assert(
      fc.property(aMap, map => {
        const known = JSON.parse(JSON.stringify(mend(map), (key, value) => (key === UNKNOWN ? undefined : value)))
        const edition = anonymous(map)
        for (const same of ['map', 'personas', 'teams', 'stages', 'lanes', 'links', 'scenes'] as const) {
          expect(edition[same]).toEqual(known[same])
        }
        for (const quote of edition.quotes) {
          const { row, ref, line, ...rest } = known.quotes.find((other: { id: string }) => other.id === quote.id)
          expect(quote).toEqual({ ...rest, row: {}, ref: '', line: null })
        }
      }),
    )
  })

  it('of an anonymous edition is the same again', () => {
    fc.assert(
      fc.property(aMap, map => {
        const edition = anonymous(map)
        expect(anonymous(edition)).toEqual(edition)
      }),
    )
  })
})
