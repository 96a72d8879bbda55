import { describe, expect, it } from 'vitest'
import { emptyMap } from '#shared/model/MapDocument.ts'
import { ImportTable } from './ImportTable.ts'

const CSV = `quote_id,customer,stage,touchpoint,verbatim,score
1,ann,Wait,Phone rings,Nobody rang,1
2,ben,Wait,Phone rings,,5
3,ann,Pay,The bill,Fair price,5
3,ann,Pay,The bill,Fair price,5
`

function read(text = CSV): ImportTable {
  const table = ImportTable.read(new TextEncoder().encode(text), 'voices.csv', emptyMap(), '2026-11-22')
  if (typeof table === 'string') throw new Error(table)
  return table
}

describe('a file on its way into a map', () => {
  it('shows each column with some of what stands in it', () => {
    const { columns, rows, matched } = read().opened()
    expect(rows).toBe(4)
    expect(columns[4]).toEqual({ name: 'verbatim', samples: ['Nobody rang', 'Fair price'], filled: 3 })
    expect(matched.words).toBe(4)
  })

  it('names every row that would not come in', () => {
    const table = read()
    const { choices } = table.suggested(table.opened().matched, null)
    const rows = table.leftOut(choices).map(({ row }) => row)
    expect(rows).toEqual([3, 5])
    const { counts } = table.preview(choices)
    expect(counts.skipped + counts.duplicates).toBe(rows.length)
    expect(counts.added + rows.length).toBe(counts.rows)
  })

  it('keeps what was chosen when another column is taken for something', () => {
    const table = read()
    const { choices } = table.suggested(table.opened().matched, null)
    const changed = { ...choices, how: 'recorded' as const, withoutCustomer: 'each-row-another' as const }
    const again = table.suggested({ ...choices.columns, customer: null }, changed).choices
    expect(again).toMatchObject({ how: 'recorded', withoutCustomer: 'each-row-another' })
    expect(again.columns.customer).toBeNull()
  })

  it('says in a sentence why something is no table', () => {
    const named = (name: string, text: string) =>
      ImportTable.read(new TextEncoder().encode(text), name, emptyMap(), '2026-11-22')
    expect(named('a.json', '{ "broken')).toMatch(/^This is JSON/)
    expect(named('a.csv', '[{ "quote": "Good" }]')).toMatch(/^This is JSON/)
    expect(named('a.csv', '[id],[quote]\n1,Good')).toBeInstanceOf(ImportTable)
    expect(ImportTable.read(new Uint8Array([0x25, 0x50, 0x44, 0x46]), 'a.csv', emptyMap(), '2026-11-22')).toMatch(/PDF/)
  })
})
