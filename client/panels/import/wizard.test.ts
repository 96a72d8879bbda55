import { describe, expect, it } from 'vitest'
import { noColumns } from '#shared/formats/csv/columns.ts'
import { emptyMap } from '#shared/model/MapDocument.ts'
import { ImportTable } from './ImportTable.ts'
import { type Event, hasValues, leftOutOf, next, START, type Wizard } from './wizard.ts'

const CSV = 'customer,stage,verbatim\nann,Wait,Nobody rang\nben,Wait,They rang\n'
const file = new File([CSV], 'voices.csv')
const read = await ImportTable.read(new TextEncoder().encode(CSV), file.name, emptyMap(), '2026-11-22')
if (!(read instanceof ImportTable)) throw new Error('no table')
const table = read
const suggested = table.suggested(table.opened().matched, null)
const opened: Event = { is: 'opened', file, opened: table.opened(), remembered: false, ...suggested }
const preview = table.preview(suggested.choices)
const report = {
  import: 'i1',
  added: 2,
  duplicates: 0,
  duplicateRows: [],
  skipped: [],
  flagged: 0,
  redacted: 0,
  counts: {},
}

function wizardAfter(...events: Event[]): Wizard {
  return events.reduce(next, START)
}

const sending: Event[] = [
  opened,
  { is: 'went', to: 'preview' },
  { is: 'previewed', preview },
  { is: 'sending', sent: 0 },
]

describe('importing a file', () => {
  it('leads from the file to the quotes on the map', () => {
    const done = wizardAfter({ is: 'reading', name: 'voices.csv' }, ...sending, { is: 'done', report })
    expect(done).toMatchObject({
      step: 'done',
      preview: { counts: { customers: 2 } },
      taken: false,
      report: { import: 'i1' },
    })
  })

  it('says why a file is refused, and takes another one', () => {
    const refused = wizardAfter({ is: 'reading', name: 'a.pdf' }, { is: 'refused', problem: 'This is a PDF.' })
    expect(refused).toEqual({ step: 'file', reading: null, problem: 'This is a PDF.' })
    expect(next(refused, { is: 'reading', name: 'b.csv' })).toMatchObject({ problem: null, reading: 'b.csv' })
  })

  it('keeps every choice when the server fails', () => {
    const choices = { ...suggested.choices, how: 'recorded' as const }
    const failed = wizardAfter(opened, { is: 'chosen', choices }, ...sending.slice(1), {
      is: 'failed',
      problem: 'Offline.',
    })
    expect(failed).toMatchObject({ step: 'preview', problem: 'Offline.', choices: { how: 'recorded' } })
    expect(next(failed, { is: 'sending', sent: 0 })).toMatchObject({ step: 'sending' })
  })

  it('previews anew after something was changed', () => {
    const back = wizardAfter(...sending.slice(0, 3), { is: 'went', to: 'columns' }, { is: 'went', to: 'preview' })
    expect(back).toMatchObject({ step: 'preview', preview: null })
  })

  it('does not let a late answer change where somebody is', () => {
    const done = wizardAfter(...sending, { is: 'done', report })
    for (const late of [opened, { is: 'previewed', preview }, { is: 'sending', sent: 1 }] as const) {
      expect(next(done, late)).toBe(done)
    }
    const columns = wizardAfter(opened)
    expect(next(columns, { is: 'done', report })).toBe(columns)
  })

  it('can be taken back and put back from its end', () => {
    const taken = wizardAfter(...sending, { is: 'done', report }, { is: 'taken back' })
    expect(taken).toMatchObject({ taken: true })
    expect(next(taken, { is: 'put back', id: 'i2' })).toMatchObject({ taken: false, report: { import: 'i2' } })
  })

  it('adds a map after saying what would come in', () => {
    const map = wizardAfter({ is: 'reading', name: 'map.json' }, { is: 'map', file }, { is: 'map previewed', report })
    expect(map).toMatchObject({ step: 'map', report: { added: 2 }, sent: null })
    const failed = [
      { is: 'sending', sent: 0 },
      { is: 'failed', problem: 'Offline.' },
    ] as const
    expect(failed.reduce(next, map)).toMatchObject({ step: 'map', sent: null, problem: 'Offline.' })
    expect(next(next(map, { is: 'sending', sent: 1 }), { is: 'done', report })).toMatchObject({
      step: 'done',
      preview: null,
    })
  })

  it('leaves the values out when there are none', () => {
    expect(hasValues(suggested.values)).toBe(true)
    const words = table.suggested({ ...noColumns(), words: 2 }, null)
    expect(hasValues(words.values)).toBe(false)
  })

  it('lists every row that was not taken in the order of the file', () => {
    const rows = leftOutOf({
      ...report,
      skipped: [{ row: 9, reason: 'No words.' }],
      duplicateRows: [{ row: 4, reason: 'Twice.' }],
    })
    expect(rows.map(({ row }) => row)).toEqual([4, 9])
  })
})
