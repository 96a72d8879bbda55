import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { KINDS } from '#shared/model/kinds.ts'
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
