import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { set } from '#shared/doc/change.ts'
import { type Answer, testImports } from './testImports.ts'
import { errorOf, testServer } from './testServer.ts'

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

const { importing, takingBack, exported, mapOf, edited } = testImports(() => server)

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
