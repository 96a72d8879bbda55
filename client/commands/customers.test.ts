import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDeleted } from '#shared/doc/deleted.ts'
import { edit } from '#shared/doc/edit.ts'
import { samePerson } from '#shared/doc/speakers.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import type { Customer } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { type Lists, mapWith } from '#shared/testing/mapWith.ts'
import { assignPersona, changeCustomer, mergeCustomers, splitCustomer, whyNotMerged } from './customers.ts'
import { openMapWith } from './testing/openMapWith.ts'

/** A table row is who said a quote and on which side of the assumption `a` it stands. */
type Row = [customer: string | null, stance: 'supports' | 'contradicts' | null]

function listsOf(rows: readonly Row[], more: Partial<Lists> = {}): Lists {
  return {
    stages: [{ id: 's', name: 'Before' }],
    lanes: [{ id: 'l', name: 'Meeting', kind: 'frontstage' }],
    touchpoints: [{ id: 't', title: 'Call', stage: 's', lane: 'l' }],
    assumptions: [{ id: 'a', about: 't', text: 'It is quick' }],
    customers: ['ann', 'ben', 'cem', 'dee'].map((id, index) => ({ id, alias: `Customer ${index + 1}` })),
    quotes: rows.map(([customer], index) => ({ id: `q${index}`, text: `Words ${index}`, customer, touchpoint: 't' })),
    evidence: rows.flatMap(([, stance], index) =>
      stance === null ? [] : [{ id: `e${index}`, claim: 'a', quote: `q${index}`, stance }],
    ),
    ...more,
  }
}

/** As a researcher counts: supporting, contradicting, on both sides, heard at the touchpoint, on the map. */
function counts(map: MapDocument) {
  const evidence = buildEvidence(map, '2026-01-01')
  const { supports, contradicts, mixed } = evidence.tally('a')
  return [supports, contradicts, mixed, evidence.heard('t'), evidence.customersOnMap]
}

const ROWS: Row[] = [
  ['ann', 'supports'],
  ['ann', 'supports'],
  ['ben', 'supports'],
  ['cem', 'contradicts'],
  ['cem', null],
  ['dee', null],
  [null, 'supports'],
]

describe('customers who are one person', () => {
  it.each<[string, string[], number[]]>([
    ['nobody yet', [], [2, 1, 0, 4, 4]],
    ['ann', ['ben'], [1, 1, 0, 3, 3]],
    ['ann', ['cem'], [1, 0, 1, 3, 3]],
    ['dee', ['cem'], [2, 1, 0, 3, 3]],
    ['dee', ['ann', 'ben'], [1, 1, 0, 2, 2]],
    ['ben', ['ann', 'cem', 'dee'], [0, 0, 1, 1, 1]],
  ])('count once: %s with %j', (keep, others, expected) => {
    const { open, map } = openMapWith(listsOf(ROWS))
    mergeCustomers(open, keep, others)
    expect(counts(map())).toEqual(expected)
    expect(map().quotes.map(({ text }) => text)).toEqual(ROWS.map((_, index) => `Words ${index}`))
    if (others.length === 0) return
    open.session.undo.undo()
    expect(counts(map())).toEqual([2, 1, 0, 4, 4])
    open.session.undo.redo()
    expect(counts(map())).toEqual(expected)
  })

  it('are known by what is known about the one that stays, and where that is empty by the others', () => {
    const customers: Lists['customers'] = [
      { id: 'ann', alias: 'Customer 1', facets: { city: 'Leeds', job: '' } },
      { id: 'ben', alias: 'Customer 2', persona: 'p', key: 'k', facets: { city: 'York', job: 'Nurse', age: 40 } },
      { id: 'cem', alias: 'Customer 3', persona: 'o', consent: 'given', facets: { job: 'Cook' } },
    ]
    const personas = [
      { id: 'p', name: 'Parents' },
      { id: 'o', name: 'Others' },
    ]
    const { open, map } = openMapWith(listsOf([], { customers, personas }))
    mergeCustomers(open, 'ann', ['ben', 'cem'])
    expect(map().customers).toEqual([
      expect.objectContaining({
        ...{ id: 'ann', alias: 'Customer 1', persona: 'p', key: 'k', consent: 'given' },
        facets: { city: 'Leeds', job: 'Nurse', age: 40 },
      }),
    ])
    open.session.undo.undo()
    expect(map().customers.map(({ id, persona }) => [id, persona])).toEqual([
      ['ann', null],
      ['ben', 'p'],
      ['cem', 'o'],
    ])
    mergeCustomers(open, 'ben', ['cem'])
    expect(map().customers[1]).toMatchObject({ persona: 'p', facets: { job: 'Nurse' }, key: 'k' })
  })

  it('own their deleted words too, when these come back', () => {
    const { open, map } = openMapWith(listsOf(ROWS))
    const { doc } = open.session
    edit(doc, [{ do: 'remove', kind: 'quotes', id: 'q3' }], { person: 'ben', now: 1 })
    mergeCustomers(open, 'ann', ['cem'])
    edit(doc, [{ do: 'restore', kind: 'quotes', id: 'q3' }], { person: 'ben', now: 2 })
    expect(map().quotes.find(({ id }) => id === 'q3')?.customer).toBe('ann')
    expect(readDeleted(doc).map(({ id }) => id)).toEqual(['cem'])
    // So that withdrawing and erasing reach them.
    expect([...(samePerson(doc, 'ann') ?? [])]).toEqual(['ann', 'cem'])
  })

  it.each<[string, Partial<Customer>[]]>([
    ['Choose two customers or more', [{}]],
    ['Somebody here has withdrawn', [{}, { consent: 'withdrawn' }]],
    ['Customers and staff count apart', [{}, { side: 'staff' }]],
  ])('are refused with “%s…”', (words, pair) => {
    const customers = pair.map((customer, index) => ({ id: `c${index}`, ...customer }))
    const { open, map } = openMapWith(listsOf([], { customers }))
    expect(whyNotMerged(map().customers)).toContain(words)
    mergeCustomers(
      open,
      'c0',
      customers.map(({ id }) => id),
    )
    expect(map().customers).toHaveLength(pair.length)
  })

  it('give, however they are merged and parted, the counts of a list in which each person has one name', () => {
    const who = fc.constantFrom('ann', 'ben', 'cem', 'dee')
    const row = fc.tuple(fc.option(who), fc.option(fc.constantFrom('supports' as const, 'contradicts' as const)))
    const step = fc.record({ keep: who, others: fc.array(who, { maxLength: 2 }), undo: fc.boolean() })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.array(step, { maxLength: 4 }), (rows, steps) => {
        const { open, map } = openMapWith(listsOf(rows as Row[]))
        let name = new Map<string, string>(['ann', 'ben', 'cem', 'dee'].map(id => [id, id]))
        for (const { keep, others, undo } of steps) {
          const there: string[] = others.filter(id => id !== keep && name.get(id) === id)
          if (name.get(keep) !== keep || there.length === 0) continue
          mergeCustomers(open, keep, there)
          if (undo) open.session.undo.undo()
          else name = new Map([...name].map(([id, now]) => [id, there.includes(now) ? keep : now]))
        }
        const named = rows.map(([customer, stance]): Row => [customer && (name.get(customer) ?? null), stance])
        expect(counts(map())).toEqual(counts(mapWith(listsOf(named))))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a customer who is two people', () => {
  it('is parted: the chosen quotes are somebody new’s, with the next number, and every count follows', () => {
    const { open, map } = openMapWith(listsOf(ROWS))
    const made = splitCustomer(open, 'ann', ['q1', 'q2'])
    expect(map().customers.at(-1)).toMatchObject({ id: made, alias: 'Customer 5', key: '', consent: 'unknown' })
    expect(map().quotes.map(({ customer }) => customer)).toEqual(['ann', made, 'ben', 'cem', 'cem', 'dee', null])
    expect(counts(map())).toEqual([3, 1, 0, 5, 5])
    open.session.undo.undo()
    expect(counts(map())).toEqual([2, 1, 0, 4, 4])
    expect(splitCustomer(open, 'ann', ['q2'])).toBeNull()
  })

  it('stays on the side and the persona', () => {
    const customers: Lists['customers'] = [{ id: 'ann', alias: 'Staff 7', side: 'staff', persona: 'p' }]
    const { open, map } = openMapWith(listsOf([['ann', null]], { customers, personas: [{ id: 'p', name: 'Drivers' }] }))
    splitCustomer(open, 'ann', ['q0'])
    expect(map().customers[1]).toMatchObject({ alias: 'Staff 8', side: 'staff', persona: 'p' })
  })
})

describe('many customers at once', () => {
  it('get a persona in one step: one of the map’s, a new one, or none', () => {
    const { open, map } = openMapWith(listsOf([]))
    const personas = () => map().customers.map(({ persona }) => persona)
    assignPersona(open, ['ann', 'cem'], { name: 'Parents' })
    const [made] = map().personas
    expect(made?.name).toBe('Parents')
    expect(personas()).toEqual([made?.id, null, made?.id, null])
    assignPersona(open, ['ben'], made?.id ?? null)
    assignPersona(open, ['ann'], null)
    expect(personas()).toEqual([null, made?.id, made?.id, null])
    for (let step = 0; step < 3; step++) open.session.undo.undo()
    expect(map().personas).toEqual([])
    expect(personas()).toEqual([null, null, null, null])
  })

  it('are called otherwise one by one', () => {
    const { open, map } = openMapWith(listsOf([]))
    changeCustomer(open, 'ann', { alias: 'The baker' })
    expect(map().customers[0]?.alias).toBe('The baker')
    open.session.undo.undo()
    expect(map().customers[0]?.alias).toBe('Customer 1')
  })
})
