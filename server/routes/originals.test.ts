import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add, set } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { readMap } from '#shared/doc/read.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { MAP_RECORD } from '#shared/model/records/map.ts'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

async function withQuote(text: string): Promise<Made> {
  const made = await server.make()
  const quote = KINDS.quotes.make({ id: 'q', text })
  const change = add('quotes', quote)
  await server.deps.rooms.with(made.id, room => room.commit('', doc => edit(doc, [change], { person: '', now: 0 })))
  return made
}

function put({ id, links }: Made, body: unknown, quote = 'q'): Promise<Response> {
  return server.ask('PUT', `/api/maps/${id}/quotes/${quote}/original`, { token: links.editor.token, body })
}

function get({ id, links }: Made, quote = 'q'): Promise<Response> {
  return server.ask('GET', `/api/maps/${id}/quotes/${quote}/original`, { token: links.editor.token })
}

describe('the words before redaction', () => {
  it('are kept for a quote that shows them redacted', async () => {
    const made = await withQuote('Ask █████ about it.')
    const response = await put(made, { text: 'Ask 12345 about it.', row: { phone: 12345 } })
    expect(response.status).toBe(200)
    const kept = { quote: 'q', text: 'Ask 12345 about it.', row: { phone: 12345 } }
    expect(await (await get(made)).json()).toEqual(kept)
  })

  it('may come before the quote itself', async () => {
    const made = await server.make()
    expect((await put(made, { text: 'Ask 12345.' }, 'later')).status).toBe(200)
    expect(await (await get(made, 'later')).json()).toMatchObject({ text: 'Ask 12345.' })
  })

  it.each(['Ask 12345 about that.', 'Ask 123456 about it.', ''])(
    'are never others than the quote’s: %j',
    async text => {
      const made = await withQuote('Ask █████ about it.')
      expect(await errorOf(await put(made, { text }))).toMatchObject({ status: 409, code: 'other_words' })
    },
  )

  it('never change', async () => {
    const made = await withQuote('Ask █████ about it.')
    await put(made, { text: 'Ask 12345 about it.' })
    const other = await put(made, { text: 'Ask 54321 about it.' })
    expect(await errorOf(other)).toMatchObject({ status: 409, code: 'already_kept' })
    expect((await put(made, { text: 'Ask 12345 about it.' })).status).toBe(200)
  })

  it('are not there for a quote of which nothing was removed', async () => {
    expect(await errorOf(await get(await withQuote('Fine.')))).toMatchObject({ status: 404, code: 'no_original' })
  })

  it.each([{}, { text: 5 }, { text: 'x', row: { a: {} } }, { text: 'x', more: 1 }])(
    'are not taken from %j',
    async body => {
      expect(await errorOf(await put(await server.make(), body))).toMatchObject({ status: 400, code: 'bad_request' })
    },
  )
})

describe('who may see them is for the map to say', () => {
  const DOCUMENT = {
    ...{ format: 'verbatim-map', version: 1, map: { title: 'Kept close', originalsFor: 'facilitators' } },
    ...{ quotes: [{ id: 'q', text: 'Ring 020 7946 0018, nobody did' }], touchpoints: [{ id: 't' }] },
    ...{ excerpts: [{ id: 'x', quote: 'q', start: 0, end: 18, touchpoint: 't' }] },
  }
  const path = ({ id }: Made) => `/api/maps/${id}/quotes/q/original`

  it('shows them to facilitators alone where it says so, wherever somebody asks', async () => {
    const made = await server.make(DOCUMENT)
    const { editor, facilitator } = made.links
    const ways: [string, string][] = [
      ['GET', path(made)],
      ['GET', `/api/maps/${made.id}/export/json?originals=1`],
      ['GET', `/api/maps/${made.id}/export/csv?originals=1`],
      ['DELETE', `/api/maps/${made.id}/quotes/q/redact`],
    ]
    for (const [method, way] of ways) {
      const refused = await server.ask(method, way, { token: editor.token })
      expect(await errorOf(refused)).toMatchObject({ status: 403, code: 'role_too_low' })
      const shown = await server.ask(method, way, { token: facilitator.token })
      expect(shown.status).toBe(200)
      if (method === 'GET') expect(await shown.text()).toContain('020 7946 0018')
    }
  })

  it('holds none of them in an anonymous export, whoever asks for both', async () => {
    const made = await server.make({ ...DOCUMENT, map: { title: 'Open' } })
    for (const way of ['json', 'csv', 'png']) {
      const answer = await server.ask('GET', `/api/maps/${made.id}/export/${way}?originals=1&anonymous=1`, {
        token: made.links.facilitator.token,
      })
      expect(answer.status).toBe(200)
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).not.toContain('7946 0018')
    }
  })

  it('lets editors hand them over, and tells them nothing of what is kept', async () => {
    const made = await server.make(DOCUMENT)
    const { editor, facilitator } = made.links
    const shown = (await (await server.ask('GET', path(made), { token: facilitator.token })).json()) as { text: string }
    const guesses = [shown.text, shown.text.replace('0018', '1234')]
    for (const text of guesses) {
      const answer = await server.ask('PUT', path(made), { token: editor.token, body: { text } })
      expect([answer.status, await answer.json()]).toEqual([200, { quote: 'q', text, row: {} }])
    }
    expect(await (await server.ask('GET', path(made), { token: facilitator.token })).json()).toEqual(shown)
    const later = `/api/maps/${made.id}/quotes/later/original`
    await server.ask('PUT', later, { token: editor.token, body: { text: 'Mine.' } })
    expect((await server.ask('GET', later, { token: editor.token })).status).toBe(403)
    expect((await server.ask('GET', later, { token: facilitator.token })).status).toBe(200)
  })

  it('stays as it is when an older version is restored', async () => {
    const made = await server.make({ ...DOCUMENT, map: { title: 'Open' } })
    const { editor } = made.links
    const versions = `/api/maps/${made.id}/versions`
    const kept = await server.ask('POST', versions, { token: editor.token, body: { name: 'Open' } })
    const { number } = (await kept.json()) as { number: number }
    const close = set('map', MAP_RECORD, { title: 'Closed', originalsFor: 'facilitators' })
    await server.deps.rooms.with(made.id, room => room.commit('', doc => edit(doc, [close], { person: '', now: 0 })))
    const restored = await server.ask('POST', `${versions}/${number}/restore`, { token: editor.token, body: {} })
    expect(restored.status).toBe(200)
    const map = await server.deps.rooms.with(made.id, ({ doc }) => readMap(doc).map)
    expect(map).toMatchObject({ title: 'Open', originalsFor: 'facilitators' })
  })
})
