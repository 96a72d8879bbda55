import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { set } from '#shared/doc/change.ts'
import { workbookOf } from '#shared/formats/xlsx/testWorkbook.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { type Answer, testImports } from './testImports.ts'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const { importing, takingBack, exported, mapOf, edited } = testImports(() => server)

describe('a map that is added to a map', () => {
  it('gets new ids throughout, shares stages and lanes of the same name, and can be taken back', async () => {
    const made = await server.make({ sample: true })
    const before = await exported(made)
    const sample = JSON.parse(before) as MapDocument
    const response = await server.ask('POST', `/api/maps/${made.id}/import?format=json`, {
      token: made.links.editor.token,
      body: before,
      type: 'application/json',
    })
    const report = (await response.json()) as Answer
    expect(report.counts).toMatchObject({ touchpoints: 25, quotes: 80, evidence: 152 })
    const map = await mapOf(made)
    expect(map.stages).toEqual(sample.stages)
    expect(map.lanes).toEqual(sample.lanes)
    expect(map.touchpoints).toHaveLength(50)
    expect(map.evidence).toHaveLength(2 * sample.evidence.length)
    expect(new Set(map.customers.map(customer => customer.alias)).size).toBe(map.customers.length)
    const place = (of: MapDocument, index: number) => {
      const { title, stage, lane } = of.touchpoints[index] ?? {}
      return { title, stage, lane }
    }
    expect(place(map, 25)).toEqual(place(sample, 0))
    expect(await takingBack(made, report.import)).toMatchObject({ kept: [] })
    expect(await exported(made)).toBe(before)
  })
})

describe('other files', () => {
  async function bring({ id, links }: Made, format: string, file: Blob, name: string, query = '') {
    const form = new FormData()
    form.set('file', file, name)
    const path = `/api/maps/${id}/import?format=${format}${query}`
    return server.ask('POST', path, { token: links.editor.token, body: form })
  }

  it('a workbook comes in as a table does, and a second time not at all', async () => {
    const made = await server.make()
    const rows = [
      ['customer', 'touchpoint', 'verbatim', 'date'],
      ['ada', 'Pick-up', 'It took a week.', { value: 45_356, look: 1 }],
      ['ben', 'Pick-up', '', 4],
    ]
    const file = new Blob([new Uint8Array(workbookOf({ Wave: rows }, { looks: ['dd/mm/yyyy'] }))])
    const answer = (await (await bring(made, 'xlsx', file, 'wave.xlsx')).json()) as Answer
    expect(answer).toMatchObject({ added: 1, skipped: [{ row: 3, reason: 'There are no words in this row.' }] })
    expect((await mapOf(made)).quotes).toMatchObject([{ text: 'It took a week.', saidOn: '2024-03-05' }])
    const again = (await (await bring(made, 'xlsx', file, 'wave.xlsx')).json()) as Answer
    expect(again).toMatchObject({ import: null, added: 0, duplicates: 1 })
    expect(await errorOf(await bring(made, 'xlsx', new Blob(['a,b']), 'a.xlsx'))).toMatchObject({
      status: 400,
      code: 'unreadable_table',
    })
  })

  it('a transcript comes in with what was asked and when it was said, and a second time not at all', async () => {
    const made = await server.make()
    const file = new Blob(['[00:12:03] Interviewer: What happened?\n[00:12:09] Ada Byron: It took a week.\n'])
    expect(await (await bring(made, 'transcript', file, 'panel one.txt')).json()).toMatchObject({ added: 1 })
    const map = await mapOf(made)
    expect(map.quotes).toMatchObject([
      { text: 'It took a week.', prompt: 'What happened?', ref: 'panel one, 00:12:09', how: 'recorded' },
    ])
    expect(JSON.stringify(map)).not.toContain('Byron')
    expect(await (await bring(made, 'transcript', file, 'panel one.txt')).json()).toMatchObject({
      added: 0,
      duplicates: 1,
    })
  })

  it('a map adds only what is new when it is added again, and all of it after it was taken back', async () => {
    const made = await server.make()
    const document = {
      format: 'verbatim-map',
      version: 1,
      stages: [{ id: 's', name: 'Wait' }],
      lanes: [{ id: 'l', name: 'Front', kind: 'frontstage' }],
      touchpoints: [{ id: 't', title: 'Phone', stage: 's', lane: 'l' }],
      customers: [{ id: 'c', alias: 'Customer 1' }],
      quotes: [{ id: 'q', text: 'Nobody rang.', customer: 'c', touchpoint: 't' }],
      evidence: [{ id: 'e', claim: 'q1', quote: 'q' }],
    }
    const bringing = async (body: object, query = '') => {
      const response = await bring(made, 'json', new Blob([JSON.stringify(body)]), 'map.json', query)
      return (await response.json()) as Answer
    }
    const first = await bringing(document)
    expect(first.added).toBe(6)
    const after = await exported(made)
    expect(await bringing(document)).toMatchObject({ import: null, added: 0, duplicates: 4 })
    const [quote] = document.quotes
    const more = { ...document, quotes: [...document.quotes, { ...quote, id: 'more', text: 'One thing more.' }] }
    expect(await bringing(more, '&preview=1')).toMatchObject({ import: null, added: 1 })
    expect(await exported(made)).toBe(after)
    await takingBack(made, first.import)
    expect((await bringing(document)).added).toBe(6)
    expect((await mapOf(made)).quotes).toMatchObject([{ text: 'Nobody rang.' }])
  })
})

describe('words of customers who withdrew consent', () => {
  const document = {
    format: 'verbatim-map',
    version: 1,
    customers: [
      { id: 'a', alias: 'Customer 1', consent: 'withdrawn', key: 'key-of-ada' },
      { id: 'b', alias: 'Customer 2' },
    ],
    quotes: [
      { id: 'q', text: 'Mine no more.', customer: 'a' },
      { id: 'r', text: 'Still mine.', customer: 'b' },
    ],
    excerpts: [{ id: 'e', quote: 'q', start: 0, end: 4 }],
    evidence: [
      { id: 'v', claim: 'q1', quote: 'q' },
      { id: 'w', claim: 'q1', quote: 'r' },
    ],
  }

  async function isClean(made: Made): Promise<void> {
    const map = await mapOf(made)
    expect(map.quotes.map(({ text }) => text)).toEqual(['Still mine.'])
    expect([map.excerpts.length, map.evidence.length, map.customers.length]).toEqual([0, 1, 2])
    expect(await exported(made)).not.toContain('no more')
  }

  it('do not come in with a map, neither as a new one nor into another, and the list says why', async () => {
    const response = await server.ask('POST', '/api/maps', { body: document })
    const opened = (await response.json()) as Made & { warnings: string[] }
    expect(opened.warnings).toEqual(['One quote was left out: its customer has withdrawn consent.'])
    await isClean(opened)
    const made = await server.make()
    const token = made.links.editor.token
    const added = await server.ask('POST', `/api/maps/${made.id}/import?format=json`, { token, body: document })
    expect(await added.json()).toMatchObject({ skipped: [{ row: 1, reason: 'This customer has withdrawn consent.' }] })
    await isClean(made)
  })

  it('do not come in from a map that does not know of it yet', async () => {
    const made = await server.make()
    const token = made.links.editor.token
    await server.ask('POST', `/api/maps/${made.id}/import?format=json`, { token, body: { ...document, quotes: [] } })
    const given = document.customers.map(one => ({ ...one, consent: 'given' }))
    await server.ask('POST', `/api/maps/${made.id}/import?format=json`, {
      token,
      body: { ...document, customers: given },
    })
    expect(await exported(made)).not.toContain('no more')
  })

  it('leave with no export, also when a program wrote into the map that they withdrew', async () => {
    const given = document.customers.map(one => ({ ...one, consent: 'given' }))
    const response = await server.ask('POST', '/api/maps', { body: { ...document, customers: given } })
    const made = (await response.json()) as Made
    expect((await mapOf(made)).quotes).toHaveLength(2)
    await edited(made, set('customers', 'a', { consent: 'withdrawn' }))
    await isClean(made)
    const csv = await server.ask('GET', `/api/maps/${made.id}/export/csv`, { token: made.links.editor.token })
    expect(await csv.text()).not.toContain('no more')
  })
})

const real = '../shared/data/voices/nhs_ambulance_mapped.csv'
describe.skipIf(!existsSync(real))('real quotes', () => {
  it('come in, all 3,421 of 2,518 customers, and hold nobody up meanwhile', async () => {
    const made = await server.make()
    let turns = 0
    const beat = setInterval(() => {
      turns += 1
    }, 5)
    const answer = await importing(made, await readFile(real, 'utf8'))
    clearInterval(beat)
    expect(answer).toMatchObject({ added: 3421, counts: { quotes: 3421, customers: 2518 } })
    // Planned on the event loop, the file would leave it a turn or two.
    expect(turns).toBeGreaterThan(10)
  })
})
if (!existsSync(real)) process.stdout.write(`skipped: there is no ${real}\n`)
