import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../model/evidence/EvidenceIndex.ts'
import { emptyMap } from '../../model/MapDocument.ts'
import { mend } from '../../model/mend.ts'
import { readVoices } from '../../testing/readVoices.ts'
import { matchColumns } from './columns.ts'
import type { ImportChoices } from './mapping.ts'
import { type ImportPlan, planImport } from './plan.ts'
import { previewImport } from './preview.ts'
import { suggest } from './suggest.ts'
import { readTable, type Table } from './table.ts'
import { mapAfter, toolsFor } from './testTools.ts'

const FOLDER = new URL('../../../../shared/data/voices/', import.meta.url)
const present = existsSync(FOLDER)
const where = present ? '' : ' (skipped: ../shared/data/voices is missing)'

function read(name: string) {
  const result = readTable(readFileSync(new URL(name, FOLDER)))
  if (!result.ok) throw new Error(result.message)
  return result.table
}

describe.skipIf(!present)(`real quotes of ambulance patients${where}`, () => {
  let done: { table: Table; choices: ImportChoices; plan: ImportPlan } | undefined
  const all = () => {
    if (!done) {
      const table = read('nhs_ambulance_mapped.csv')
      const choices = suggest(table, matchColumns(table), emptyMap())
      done = { table, choices, plan: planImport(table, choices, emptyMap(), toolsFor('a')) }
    }
    return done
  }

  it('come in completely, and a second time not at all', () => {
    const { table, choices, plan } = all()
    expect(plan.counts).toMatchObject({
      rows: 3421,
      added: 3421,
      duplicates: 0,
      skipped: 0,
      customers: 2518,
      flagged: 77,
    })
    const map = mapAfter(emptyMap(), plan)
    const again = planImport(table, suggest(table, choices.columns, map), map, toolsFor('b'))
    expect(again.add).toEqual({})
    expect(planImport(table, choices, map, toolsFor('c')).counts.duplicates).toBe(3421)
  })

  it('count per touchpoint as a ten-line script over the file does', () => {
    const { plan } = all()
    const rows = readVoices(readFileSync(new URL('nhs_ambulance_mapped.csv', FOLDER), 'utf8'))
    const expected = new Map<string, { quotes: number; customers: Set<string> }>()
    for (const { stage, place, customer } of rows) {
      if (place === null || stage === 'Overall') continue
      const counts = expected.get(`${stage} / ${place}`) ?? { quotes: 0, customers: new Set() }
      expected.set(`${stage} / ${place}`, { quotes: counts.quotes + 1, customers: counts.customers.add(customer) })
    }
    const index = buildEvidence(mend(mapAfter(emptyMap(), plan)), '2024-06-30')
    expect(index.customersOnMap).toBe(new Set(rows.map(({ customer }) => customer)).size)
    const stages = new Map(plan.add.stages?.map(({ id, name }) => [id, name]))
    const counted = plan.add.touchpoints?.map(({ id, title, stage }) => {
      return [`${stages.get(stage)} / ${title}`, index.quotesOn(id).length, index.heard(id)]
    })
    const byHand = [...expected].map(([name, { quotes, customers }]) => [name, quotes, customers.size])
    expect(counted?.sort()).toEqual(byHand.sort())
  })

  it('keep a best score beside a negative label: neither overrules the other', () => {
    const { table, choices } = all()
    const rated = { ...choices, acceptSentiment: true, score: { ...choices.score, rates: 'touchpoint' as const } }
    const quotes = planImport(table, rated, emptyMap(), toolsFor('s')).add.quotes ?? []
    const [score, label] = ['score', 'sentiment'].map(name => table.columns.indexOf(name))
    const odd = table.rows.flatMap((row, at) =>
      row[score ?? -1] === '1' && row[label ?? -1] === 'negative' ? [at] : [],
    )
    expect(odd.length).toBeGreaterThan(0)
    for (const at of odd)
      expect(quotes[at]).toMatchObject({ feeling: 2, feelingFrom: 'score', kind: 'did-not-work', score: '1' })
  })

  it('"Overall" is no stage and "Not assigned" no touchpoint; stages follow the journey', () => {
    const { plan } = all()
    expect(plan.add.stages?.map(({ name }) => name)).toEqual([
      'Reach help',
      'Triage and booking',
      'Wait',
      'Travel',
      'Care',
      'Kept informed and supported',
      'Handover and leave',
    ])
    expect(plan.add.touchpoints).toHaveLength(31)
    expect(plan.add.touchpoints?.some(({ title }) => title === 'Not assigned')).toBe(false)
    expect(plan.add.quotes?.filter(({ about }) => about === 'journey')).toHaveLength(842 - 118)
    expect(plan.add.painPoints).toBeUndefined()
  })

  it('a score of 1 is best, 5 worst, 6 and 7 say nothing, and it rates the whole experience', () => {
    const { choices, plan } = all()
    expect(choices.score).toEqual({
      good: 'low',
      rates: 'whole',
      values: [2, 1, 0, -1, -2, null, null].map((feeling, at) => ({ value: `${at + 1}`, feeling })),
    })
    expect(plan.add.quotes?.every(({ feeling }) => feeling === null)).toBe(true)
  })

  it('dates that are none stay in the row', () => {
    const quotes = all().plan.add.quotes ?? []
    const odd = quotes.filter(({ saidOn }) => saidOn === null)
    expect(odd).toHaveLength(212)
    expect(odd.every(({ row }) => /^\d{4}-(1[3-9]|[23]\d)-\d+$/.test(String(row.date)))).toBe(true)
  })

  it('name no patient anywhere, and nothing else is taken out', () => {
    const { table, plan } = all()
    const identity = /\bNEAS (?:PTS|111|S&C) ?\d+/
    const customer = table.columns.indexOf('customer')
    expect(table.rows.every(row => identity.test(row[customer] ?? ''))).toBe(true)
    expect(JSON.stringify(plan.add)).not.toMatch(identity)
    expect(plan.originals).toEqual([])
    expect(Object.keys(plan.add.quotes?.[0]?.row ?? {})).toEqual(
      table.columns.filter(name => name !== 'customer' && name !== 'verbatim'),
    )
  })

  it('can be previewed', () => {
    const { table, choices, plan } = all()
    const preview = previewImport(table, choices, emptyMap(), { today: '2024-06-30' })
    expect(preview.counts).toEqual(plan.counts)
    expect(preview.places).toEqual({ touchpoint: 2579, stage: 0, journey: 724, tray: 118 })
  })
})

describe.skipIf(!present)(`real narratives of bank customers${where}`, () => {
  it('come in with nothing more struck out than was', () => {
    const table = read('cfpb_bank_mapped.csv')
    const choices = suggest(table, matchColumns(table), emptyMap())
    const plan = planImport(table, choices, emptyMap(), toolsFor('a'))
    expect(plan.counts).toMatchObject({ rows: 216, added: 216, customers: 216, dated: 216, redacted: 0 })
    expect(plan.add.stages?.map(({ name }) => name)).toEqual([
      'Discover',
      'Open or apply',
      'Use',
      'Pay and fees',
      'Support and disputes',
      'Leave',
    ])
    expect(JSON.stringify(plan.add.quotes)).not.toContain('█')
  })

  it('the same words under another id count once for a customer, and are flagged for others', () => {
    const table = read('cfpb_bank_mapped.csv')
    const [first = []] = table.rows
    const column = (name: string) => table.columns.indexOf(name)
    const copy = (changes: Record<string, string>) => first.map((cell, at) => changes[table.columns[at] ?? ''] ?? cell)
    const more = {
      ...table,
      rows: [
        ...table.rows,
        copy({ quote_id: 'CFPB-1' }),
        copy({ quote_id: 'CFPB-2', customer: 'C-other' }),
        copy({ verbatim: 'Something else', customer: 'C-third' }),
      ],
      lines: [...table.lines, 1001, 1002, 1003],
    }
    expect(column('quote_id')).toBe(0)
    const choices = suggest(more, matchColumns(more), emptyMap())
    const plan = planImport(more, choices, emptyMap(), toolsFor('a'))
    expect(plan.counts).toMatchObject({ rows: 219, added: 217, duplicates: 2, flagged: 1 })
    expect(plan.duplicates.map(({ row, of }) => [row, of])).toEqual([
      [1001, { row: 2 }],
      [1003, { row: 2 }],
    ])
    expect(plan.flagged).toEqual([{ row: 1002, of: { row: 2 } }])
  })
})
