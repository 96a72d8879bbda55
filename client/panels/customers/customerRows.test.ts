import { describe, expect, it } from 'vitest'
import { mapWith } from '#shared/testing/mapWith.ts'
import { customerRows, type Sort, shownRows, whoSpoke } from './customerRows.ts'

const rows = customerRows(
  mapWith({
    personas: [{ id: 'p', name: 'Parents' }],
    customers: [
      { id: 'c10', alias: 'Customer 10', facets: { city: 'Leeds', job: '' } },
      { id: 'c2', alias: 'Customer 2', persona: 'p' },
      { id: 'c3', alias: 'Customer 3', consent: 'withdrawn' },
      { id: 's1', alias: 'Staff 1', side: 'staff' },
    ],
    quotes: [
      { id: 'a', text: 'A', customer: 'c10' },
      { id: 'b', text: 'B', customer: 'c10' },
      { id: 'c', text: 'C', customer: 's1' },
      { id: 'd', text: 'D', customer: 'c3' },
      { id: 'e', text: 'E' },
    ],
  }),
)

function names(wanted: string, by: Sort['by'] = 'name', down = false): string[] {
  return shownRows(rows, wanted, { by, down }).map(({ name }) => name)
}

describe('the list of customers', () => {
  it('counts the quotes of each, and none of who withdrew', () => {
    expect(rows.map(({ name, quotes }) => [name, quotes])).toEqual([
      ['Customer 10', 2],
      ['Customer 2', 0],
      ['Customer 3', 0],
      ['Staff 1', 1],
    ])
  })

  it('says how many customers are on the map as every claim does: staff apart, and nobody without words', () => {
    expect(whoSpoke(rows)).toBe('1 customer and 1 of the staff on the map')
    expect(whoSpoke(rows.slice(0, 3))).toBe('1 customer on the map')
  })

  it('is sorted by numbers as people count, and within the same by name', () => {
    expect(names('')).toEqual(['Customer 2', 'Customer 3', 'Customer 10', 'Staff 1'])
    expect(names('', 'quotes', true)).toEqual(['Customer 10', 'Staff 1', 'Customer 2', 'Customer 3'])
    expect(names('', 'persona')).toEqual(['Customer 2', 'Customer 3', 'Customer 10', 'Staff 1'])
  })

  it('is searched by name, persona, side, consent and what else is known', () => {
    expect(names('parents')).toEqual(['Customer 2'])
    expect(names('leeds customer')).toEqual(['Customer 10'])
    expect(names('withdrawn')).toEqual(['Customer 3'])
    expect(names('job')).toEqual([])
  })
})
