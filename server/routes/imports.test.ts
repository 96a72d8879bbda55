import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { set } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { workbookOf } from '#shared/formats/xlsx/testWorkbook.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const csv = `quote_id,customer,stage,touchpoint,verbatim,date,score
1,ada@example.org,Repair,Pick-up,"Call me on +44 20 7946 0958, it took a week.",2025-03-04,2
2,ben@example.org,Repair,Pick-up,They were kind.,no date,5
3,ada@example.org,Overall,,Would come back.,2025-03-05,4
4,cem@example.org,Repair,Pick-up,,2025-03-05,4
`

type Answer = {
  import: string | null
  added: number
  duplicates: number
  duplicateRows: { row: number; reason: string }[]
  skipped: { row: number; reason: string }[]
  redacted: number
  columns: { name: string; role: string | null }[]
  counts: Record<string, number>
}

async function importing({ id, links }: Made, body: string | FormData, query = '', type = 'text/csv'): Promise<Answer> {
  const options = { token: links.editor.token, body, ...(typeof body === 'string' ? { type } : {}) }
  const response = await server.ask('POST', `/api/maps/${id}/import?format=csv${query}`, options)
  expect(response.status, await response.clone().text()).toBe(200)
  return response.json() as Promise<Answer>
}

async function takingBack({ id, links }: Made, entry: string | null): Promise<{ removed: number; kept: unknown[] }> {
  const response = await server.ask('DELETE', `/api/maps/${id}/imports/${entry}`, { token: links.editor.token })
  expect(response.status).toBe(200)
  return response.json() as Promise<{ removed: number; kept: unknown[] }>
}

async function exported({ id, links }: Made, query = ''): Promise<string> {
  const response = await server.ask('GET', `/api/maps/${id}/export/json${query}`, { token: links.editor.token })
  return response.text()
}

async function mapOf(made: Made, query = ''): Promise<MapDocument> {
  return JSON.parse(await exported(made, query)) as MapDocument
}

function edited({ id }: Made, ...changes: Parameters<typeof edit>[1]): Promise<number> {
  return server.deps.rooms.with(id, room => room.commit('', doc => edit(doc, changes, { person: '', now: 0 })))
}

describe('a table of quotes', () => {
  it('comes in with its places, customers and dates, and every row that did not is named', async () => {
    const made = await server.make()
    const answer = await importing(made, csv)
    expect(answer).toMatchObject({
      import: expect.stringMatching(/^i/),
      added: 3,
      duplicates: 0,
      skipped: [{ row: 5, reason: 'There are no words in this row.' }],
      redacted: 1,
      counts: { quotes: 3, customers: 2, stages: 1, touchpoints: 1 },
    })
    expect(answer.columns).toContainEqual({ name: 'verbatim', role: 'words' })
    const map = await mapOf(made)
    expect(map.stages.map(stage => stage.name)).toEqual(['Repair'])
    expect(map.quotes.map(quote => [quote.saidOn, quote.about])).toEqual([
      ['2025-03-04', null],
      [null, null],
      ['2025-03-05', 'journey'],
    ])
  })

  it('brings neither who said it nor what was redacted into the document, and keeps the words for editors', async () => {
    const made = await server.make()
    await importing(made, csv)
    const text = await exported(made)
    expect(text).not.toMatch(/ada@|ben@|7946/)
    const [quote] = (await mapOf(made)).quotes
    expect(quote?.text).toMatch(/^Call me on █+, it took a week\.$/)
    const path = `/api/maps/${made.id}/quotes/${quote?.id}/original`
    const original = await server.ask('GET', path, { token: made.links.editor.token })
    expect(await original.json()).toMatchObject({ text: 'Call me on +44 20 7946 0958, it took a week.' })
    expect(await exported(made, '?originals=1')).toContain('7946 0958')
    expect(await exported(made, '?originals=1&anonymous=1')).not.toContain('7946')
  })

  it('is only looked at in a preview', async () => {
    const made = await server.make()
    const before = await exported(made)
    const seen = await importing(made, csv, '&preview=1')
    expect(seen).toMatchObject({ import: null, added: 3, redacted: 1 })
    expect(await exported(made)).toBe(before)
    expect(await server.store.listOriginals(made.id)).toEqual([])
    expect(await server.store.listImports(made.id)).toEqual([])
    const { import: _, ...report } = seen
    expect(await importing(made, csv)).toMatchObject(report)
  })

  it('is one entry in the log, in the name of the person', async () => {
    const made = await server.make()
    const path = `/api/maps/${made.id}`
    const joined = await server.ask('POST', `${path}/people`, { token: made.links.editor.token, body: { name: 'Ada' } })
    const { person, token } = (await joined.json()) as { person: { id: string }; token: string }
    await server.ask('POST', `${path}/import?format=csv`, { token, body: csv, type: 'text/csv' })
    const history = await server.store.history(made.id)
    expect(history.map(entry => entry.author)).toEqual(['', person.id])
    expect(await server.store.listImports(made.id)).toMatchObject([{ person: person.id }])
  })

  it('brings nothing in a second time, and says of which rows', async () => {
    const made = await server.make()
    await importing(made, csv)
    const before = await exported(made)
    const again = await importing(made, csv)
    expect(again).toMatchObject({ import: null, added: 0, duplicates: 3 })
    expect(again.duplicateRows.map(({ row }) => row)).toEqual([2, 3, 4])
    expect(await exported(made)).toBe(before)
  })

  it('brings nothing in twice when it is sent twice at once', async () => {
    const made = await server.make()
    const both = await Promise.all([importing(made, csv), importing(made, csv)])
    expect(both.map(({ added }) => added).sort()).toEqual([0, 3])
    expect((await mapOf(made)).quotes).toHaveLength(3)
  })

  it('of somebody who cancelled meanwhile is not written', async () => {
    const made = await server.make()
    const cancelling = new AbortController()
    const headers = { authorization: `Bearer ${made.links.editor.token}`, 'content-type': 'text/csv' }
    const init = { method: 'POST', headers, body: csv, signal: cancelling.signal }
    const asked = server.app.request(`/api/maps/${made.id}/import?format=csv`, init)
    cancelling.abort()
    expect(await errorOf(await asked)).toMatchObject({ status: 400, code: 'cancelled' })
    expect((await mapOf(made)).quotes).toEqual([])
  })

  it('follows the choices that come along', async () => {
    const made = await server.make()
    const form = new FormData()
    form.set('file', new File([csv], 'Spring survey.csv', { type: 'text/csv' }))
    form.set('choices', '{"columns":{}}')
    const response = await server.ask('POST', `/api/maps/${made.id}/import?format=csv`, {
      token: made.links.editor.token,
      body: form,
    })
    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'bad_choices' })
    form.delete('choices')
    expect(await importing(made, form)).toMatchObject({ added: 3 })
    expect((await mapOf(made)).sources).toMatchObject([{ name: 'Spring survey' }])
  })

  it.each([
    ['csv', 'text/csv', '', 'unreadable_table'],
    ['csv', 'multipart/form-data; boundary=x', 'nonsense', 'no_file'],
    ['json', 'application/json', '{', 'not_json'],
    ['json', 'application/json', '{}', 'not_a_map'],
    ['docx', 'text/csv', 'a', 'unknown_format'],
  ])('is refused as %s when it is none: %s %j', async (format, type, body, code) => {
    const { id, links } = await server.make()
    const path = `/api/maps/${id}/import?format=${format}`
    const response = await server.ask('POST', path, { token: links.editor.token, type, body })
    expect(await errorOf(response)).toMatchObject({ status: 400, code, message: expect.stringMatching(/\.$/) })
  })
})

it('a map takes no more than it can hold, and nothing of it then', async () => {
  const { id, links } = await server.make()
  const before = await exported({ id, links, title: '' })
  const quotes = Array.from({ length: 180 }, (_, index) => ({ id: `q${index}`, text: 'x'.repeat(200_000) }))
  const body = { format: 'verbatim-map', version: 1, quotes }
  const token = links.editor.token
  const answers = [
    await server.ask('POST', `/api/maps/${id}/import?format=json`, { token, body }),
    await server.ask('POST', '/api/maps', { body }),
  ]
  for (const answer of answers) {
    expect(await errorOf(answer)).toMatchObject({
      status: 413,
      code: 'map_too_large',
      message: expect.stringContaining('one map holds at most 32 MiB'),
    })
  }
  expect(await exported({ id, links, title: '' })).toBe(before)
})

describe('taking an import back', () => {
  it('leaves the map as it was, and putting it back brings all of it again, as often as one likes', async () => {
    const made = await server.make({ sample: true })
    const before = await exported(made)
    let { import: entry } = await importing(made, csv)
    const after = await exported(made)
    for (let round = 0; round < 2; round += 1) {
      expect(await takingBack(made, entry)).toEqual({ removed: expect.any(Number), kept: [] })
      expect(await exported(made)).toBe(before)
      const path = `/api/maps/${made.id}/imports/${entry}/redo`
      const again = await server.ask('POST', path, { token: made.links.editor.token })
      expect(again.status).toBe(200)
      const answer = (await again.json()) as Answer
      expect(answer.counts).toMatchObject({ quotes: 3, customers: 2 })
      entry = answer.import
      expect(await exported(made)).toBe(after)
    }
  })

  it('keeps what others edited or use meanwhile, and names it', async () => {
    const made = await server.make()
    const { import: entry } = await importing(made, csv)
    const { touchpoints, quotes, stages, customers } = await mapOf(made)
    const pickUp = touchpoints[0]?.id ?? ''
    const kind = quotes[1]
    await edited(made, set('quotes', kind?.id ?? '', { kind: 'worked' }))
    expect(await takingBack(made, entry)).toEqual({
      removed: expect.any(Number),
      kept: expect.arrayContaining([
        { kind: 'quotes', id: kind?.id, title: 'They were kind.', because: 'edited' },
        { kind: 'touchpoints', id: pickUp, title: 'Pick-up', because: 'used' },
        { kind: 'stages', id: stages[0]?.id, title: 'Repair', because: 'used' },
        { kind: 'customers', id: kind?.customer, title: expect.stringContaining('Customer'), because: 'used' },
      ]),
    })
    const left = await mapOf(made)
    expect(left.quotes.map(quote => quote.id)).toEqual([kind?.id])
    expect(left.customers).toHaveLength(customers.length - 1)
  })

  it('leaves deleted what somebody else had deleted, also when it is put back', async () => {
    const made = await server.make()
    const { import: entry } = await importing(made, csv)
    const gone = (await mapOf(made)).quotes[0]?.id ?? ''
    await edited(made, { do: 'remove', kind: 'quotes', id: gone })
    await takingBack(made, entry)
    const path = `/api/maps/${made.id}/imports/${entry}/redo`
    await server.ask('POST', path, { token: made.links.editor.token })
    expect((await mapOf(made)).quotes).toHaveLength(2)
  })

  it('works once; what was not taken back can’t be put back', async () => {
    const made = await server.make()
    const { import: entry } = await importing(made, csv)
    const token = made.links.editor.token
    const path = `/api/maps/${made.id}/imports/${entry}`
    expect(await errorOf(await server.ask('POST', `${path}/redo`, { token }))).toMatchObject({
      status: 409,
      code: 'nothing_to_put_back',
    })
    const answers = await Promise.all([server.ask('DELETE', path, { token }), server.ask('DELETE', path, { token })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await errorOf(await server.ask('DELETE', `${path}x`, { token }))).toMatchObject({ status: 404 })
  })
})

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
