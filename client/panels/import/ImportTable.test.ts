import { describe, expect, it } from 'vitest'
import { workbookOf } from '#shared/formats/xlsx/testWorkbook.ts'
import { emptyMap } from '#shared/model/MapDocument.ts'
import { ImportTable } from './ImportTable.ts'
import { toRemember } from './remembered.ts'

const CSV = `quote_id,customer,stage,touchpoint,verbatim,score
1,ann,Wait,Phone rings,Nobody rang,1
2,ben,Wait,Phone rings,,5
3,ann,Pay,The bill,Fair price,5
3,ann,Pay,The bill,Fair price,5
`

async function read(bytes: string | Uint8Array = CSV, name = 'voices.csv', sheet = ''): Promise<ImportTable> {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const table = await ImportTable.read(given, name, emptyMap(), '2026-11-22', sheet)
  if (!(table instanceof ImportTable)) throw new Error(String(table))
  return table
}

describe('a file on its way into a map', () => {
  it('shows each column with some of what stands in it', async () => {
    const { columns, rows, matched } = (await read()).opened()
    expect(rows).toBe(4)
    expect(columns[4]).toEqual({ name: 'verbatim', samples: ['Nobody rang', 'Fair price'], filled: 3 })
    expect(matched.words).toBe(4)
  })

  it('names every row that would not come in', async () => {
    const table = await read()
    const { choices } = table.suggested(table.opened().matched, null)
    const rows = table.leftOut(choices).map(({ row }) => row)
    expect(rows).toEqual([3, 5])
    const { counts } = table.preview(choices)
    expect(counts.skipped + counts.duplicates).toBe(rows.length)
    expect(counts.added + rows.length).toBe(counts.rows)
  })

  it('keeps what was chosen when another column is taken for something', async () => {
    const table = await read()
    const { choices } = table.suggested(table.opened().matched, null)
    const changed = { ...choices, how: 'recorded' as const, withoutCustomer: 'each-row-another' as const }
    const again = table.suggested({ ...choices.columns, customer: null }, changed).choices
    expect(again).toMatchObject({ how: 'recorded', withoutCustomer: 'each-row-another' })
    expect(again.columns.customer).toBeNull()
  })

  it('says in a sentence why something is no table', async () => {
    const named = (name: string, text: string) =>
      ImportTable.read(new TextEncoder().encode(text), name, emptyMap(), '2026-11-22')
    expect(await named('a.json', '{ "broken')).toMatch(/^This is JSON/)
    expect(await named('a.csv', '[{ "quote": "Good" }]')).toMatch(/^This is JSON/)
    expect(await named('a.csv', '[id],[quote]\n1,Good')).toBeInstanceOf(ImportTable)
    expect(await named('a.csv', '%PDF')).toMatch(/PDF/)
    expect(await named('map.json', '{ "format": "verbatim-map" }')).toEqual({ is: 'map' })
  })

  it('opens a workbook at the sheet that is asked for', async () => {
    const bytes = workbookOf({ Spring: [['comment'], ['One']], Autumn: [['comment'], ['Two'], ['Three']] })
    const spring = await read(bytes, 'waves.xlsx')
    expect(spring.opened()).toMatchObject({ format: 'xlsx', sheets: ['Spring', 'Autumn'], sheet: 'Spring', rows: 1 })
    const autumn = await read(bytes, 'waves.xlsx', 'Autumn')
    const { choices } = autumn.suggested(autumn.opened().matched, null)
    expect(choices.sheet).toBe('Autumn')
    expect(autumn.preview(choices).counts.added).toBe(2)
  })

  it('asks of a transcript who speaks, and remembers who asks', async () => {
    const text = 'Mia: What happened?\nAnn: I waited.\nMia: How long?\nAnn: An hour.\n'
    const table = await read(text, 'panel one.txt')
    const { format, speakers, key, matched } = table.opened()
    expect(format).toBe('transcript')
    expect(speakers.map(({ value, count }) => [value, count])).toEqual([
      ['Mia', 2],
      ['Ann', 2],
    ])
    const { choices } = table.suggested(matched, null)
    expect(choices).toMatchObject({ session: 'panel one', how: 'recorded' })
    expect(table.preview(choices).counts).toMatchObject({ rows: 4, added: 2, asked: 2, customers: 1 })
    const kept = toRemember('transcript', { ...choices, speakers: [{ value: 'Mia', part: 'left-out' }] })
    const second = await read(text, 'panel two.txt')
    expect(second.opened().key).toBe(key)
    expect(second.suggested(matched, kept).choices).toMatchObject({
      session: 'panel two',
      speakers: [{ part: 'left-out' }, { part: 'customer' }],
    })
  })

  it('remembers no name of a customer', async () => {
    const table = await read('I: How?\nAnn Smith: So.\nI: Why?\nAnn Smith: So.\n', 'Ann Smith.txt')
    const { choices } = table.suggested(table.opened().matched, null)
    expect(JSON.stringify(toRemember('transcript', choices))).not.toContain('Ann')
  })
})
