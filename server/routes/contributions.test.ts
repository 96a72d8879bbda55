import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { edit } from '#shared/doc/edit.ts'
import { readMap } from '#shared/doc/read.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { Role } from '../storage/records.ts'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
let made: Made
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  made = await server.make({
    ...{ format: 'verbatim-map', version: 1 },
    stages: [{ id: 's' }],
    lanes: [
      { id: 'steps', kind: 'steps' },
      { id: 'backstage', kind: 'backstage' },
    ],
    touchpoints: [{ id: 't', title: 'Call', stage: 's', lane: 'steps' }],
    customers: [{ id: 'c', alias: 'Customer 7' }],
    opportunities: [
      { id: 'o1', title: 'Call back' },
      { id: 'o2', title: 'Ask first' },
    ],
  })
})

async function join(name: string, role: Role = 'contributor'): Promise<{ id: string; token: string }> {
  const token = made.links[role].token
  const response = await server.ask('POST', `/api/maps/${made.id}/people`, { token, body: { name } })
  const joined = await response.json()
  return { id: joined.person.id, token: joined.token }
}

const at = (path = '') => `/api/maps/${made.id}/contributions${path}`

async function contribute(token: string, body: unknown): Promise<{ id: string; kind: string; record: string }> {
  const response = await server.ask('POST', at(), { token, body })
  expect(response.status).toBe(201)
  return (await response.json()).contribution
}

function map(): Promise<MapDocument> {
  return server.deps.rooms.with(made.id, ({ doc }) => readMap(doc))
}

describe('a note', () => {
  it('comes onto the map in its author’s name, as one entry of theirs', async () => {
    const ada = await join('Ada')
    const { id, kind, record } = await contribute(ada.token, {
      ...{ kind: 'note', text: 'Phone rings out' },
      ...{ stage: 's', lane: 'backstage', x: 20, y: 10 },
    })
    expect({ kind, isId: /^c\w{16}$/.test(id) }).toEqual({ kind: 'note', isId: true })
    const place = { stage: 's', lane: 'backstage', x: 20, y: 10 }
    expect((await map()).notes).toMatchObject([{ id: record, text: 'Phone rings out', author: 'Ada', ...place }])
    const history = await server.store.history(made.id)
    expect(history.slice(1).map(({ author }) => author)).toEqual([ada.id])
  })

  it('without a place lies beside the map, each below the one before', async () => {
    const ada = await join('Ada')
    for (const text of ['one', 'two', 'three']) await contribute(ada.token, { kind: 'note', text })
    const { notes } = await map()
    expect(notes.map(({ stage, lane }) => [stage, lane])).toEqual(Array(3).fill([null, null]))
    expect(new Set(notes.map(({ x, y }) => `${x} ${y}`)).size).toBe(3)
  })

  it('is changed and moved by its author', async () => {
    const ada = await join('Ada')
    const { id, record } = await contribute(ada.token, { kind: 'note', text: 'Phone rings out' })
    const path = at(`/${id}`)
    expect(
      (await server.ask('PATCH', path, { token: ada.token, body: { text: 'Phone rings out, twice' } })).status,
    ).toBe(200)
    const moved = await server.ask('PATCH', path, { token: ada.token, body: { stage: 's', lane: 'backstage' } })
    expect(await moved.json()).toEqual({ contribution: { id, kind: 'note', record } })
    expect((await map()).notes).toMatchObject([{ text: 'Phone rings out, twice', stage: 's', lane: 'backstage' }])
  })

  it('is changed also where its lane was deleted under it', async () => {
    const ada = await join('Ada')
    const { id } = await contribute(ada.token, { kind: 'note', text: 'Hm', stage: 's', lane: 'backstage' })
    await remove('lanes', 'backstage')
    expect((await server.ask('PATCH', at(`/${id}`), { token: ada.token, body: { text: 'Oh' } })).status).toBe(200)
    expect((await map()).notes).toMatchObject([{ text: 'Oh' }])
  })
})

describe('a quote', () => {
  it('comes onto the map with what is known about it', async () => {
    const ada = await join('Ada')
    const { record } = await contribute(ada.token, {
      ...{ kind: 'quote', text: 'I waited an hour', touchpoint: 't', customer: 'c', how: 'noted' },
      ...{ quoteKind: 'did-not-work', saidOn: '2026-01-01', channel: 'phone' },
    })
    expect((await map()).quotes).toMatchObject([
      {
        ...{ id: record, text: 'I waited an hour', touchpoint: 't', customer: 'c', how: 'noted' },
        ...{ kind: 'did-not-work', saidOn: '2026-01-01', channel: 'phone' },
      },
    ])
  })

  it('of one more customer gives them a name of their own', async () => {
    const ada = await join('Ada')
    const both = ['One', 'Two'].map(text => contribute(ada.token, { kind: 'quote', text, customer: 'new' }))
    await Promise.all(both)
    const { customers, quotes } = await map()
    expect(customers.map(({ alias }) => alias)).toEqual(['Customer 7', 'Customer 8', 'Customer 9'])
    expect(new Set(quotes.map(({ customer }) => customer))).toEqual(new Set(customers.slice(1).map(({ id }) => id)))
  })

  it('loses numbers before anybody sees it, and the server keeps its words', async () => {
    const ada = await join('Ada')
    const text = 'Call me on 07700 900123, or ada@example.org'
    const { record } = await contribute(ada.token, { kind: 'quote', text })
    const { quotes } = await map()
    expect(quotes[0]?.text).toMatch(/^Call me on █+, or █+$/)
    const path = `/api/maps/${made.id}/quotes/${record}/original`
    expect(await (await server.ask('GET', path, { token: made.links.editor.token })).json()).toMatchObject({ text })
    expect((await server.ask('GET', path, { token: ada.token })).status).toBe(403)
  })

  it('keeps its words: only what is known about it is changed', async () => {
    const ada = await join('Ada')
    const { id } = await contribute(ada.token, { kind: 'quote', text: 'I waited' })
    const words = await server.ask('PATCH', at(`/${id}`), { token: ada.token, body: { text: 'I left' } })
    expect(await errorOf(words)).toMatchObject({ status: 400, code: 'words_stay' })
    const body = { touchpoint: 't', quoteKind: 'wish', saidOn: '2026-01-02', channel: 'mail' }
    expect((await server.ask('PATCH', at(`/${id}`), { token: ada.token, body })).status).toBe(200)
    const known = { touchpoint: 't', kind: 'wish', saidOn: '2026-01-02', channel: 'mail' }
    expect((await map()).quotes).toMatchObject([{ text: 'I waited', ...known }])
  })
})

async function remove(kind: 'lanes' | 'notes' | 'opportunities', id: string): Promise<void> {
  await server.deps.rooms.with(made.id, room =>
    room.commit('', doc => edit(doc, [{ do: 'remove', kind, id }], { person: '', now: 0 })),
  )
}

describe('a vote', () => {
  const vote = (opportunity: unknown) => ({ kind: 'vote', opportunity })
  const refusal = async (token: string, body: unknown) => errorOf(await server.ask('POST', at(), { token, body }))

  it('is cast once for each opportunity by each person, in that person’s name', async () => {
    const [ada, ben] = [await join('Ada'), await join('Ben', 'editor')]
    const { kind, record } = await contribute(ada.token, vote('o1'))
    await contribute(ada.token, vote('o2'))
    await contribute(ben.token, vote('o1'))
    expect(kind).toBe('vote')
    expect(await refusal(ada.token, vote('o1'))).toMatchObject({ status: 409, code: 'already_voted' })
    expect((await map()).votes).toMatchObject([
      { id: record, opportunity: 'o1', by: ada.id },
      { opportunity: 'o2', by: ada.id },
      { opportunity: 'o1', by: ben.id },
    ])
  })

  it('goes to another opportunity, or is taken back, by its author alone, and can then be cast again', async () => {
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    const { id, record } = await contribute(ada.token, vote('o1'))
    const change = (token: string, opportunity: string) =>
      server.ask('PATCH', at(`/${id}`), { token, body: { opportunity } })
    expect((await change(ben.token, 'o2')).status).toBe(403)
    expect((await change(ada.token, 'o2')).status).toBe(200)
    expect((await change(ada.token, 'o2')).status).toBe(200)
    expect((await map()).votes).toMatchObject([{ id: record, opportunity: 'o2' }])
    await contribute(ada.token, vote('o1'))
    expect(await errorOf(await change(ada.token, 'o1'))).toMatchObject({ status: 409, code: 'already_voted' })
    expect((await server.ask('DELETE', at(`/${id}`), { token: ada.token })).status).toBe(204)
    expect((await map()).votes).toMatchObject([{ opportunity: 'o1' }])
    await contribute(ada.token, vote('o2'))
    expect((await map()).votes).toHaveLength(2)
  })

  it('needs an opportunity of this map and somebody who may contribute, and takes nothing else', async () => {
    const ada = await join('Ada')
    await remove('opportunities', 'o2')
    for (const opportunity of ['none', '', 'o2']) {
      expect(await refusal(ada.token, vote(opportunity))).toMatchObject({ status: 400, code: 'unknown_record' })
    }
    for (const body of [vote(1), { kind: 'vote' }, { ...vote('o1'), by: 'ben' }, { ...vote('o1'), weight: 9 }]) {
      expect(await refusal(ada.token, body)).toMatchObject({ status: 400, code: 'bad_request' })
    }
    expect(await refusal(made.links.viewer.token, vote('o1'))).toMatchObject({ status: 403 })
    expect((await map()).votes).toEqual([])
  })
})

describe('a contribution', () => {
  it.each([
    [{ kind: 'comment', text: 'x' }, 'unknown_kind'],
    [{ kind: 'like' }, 'unknown_kind'],
    [{}, 'unknown_kind'],
    [{ kind: 'note' }, 'bad_request'],
    [{ kind: 'note', text: ' \n' }, 'bad_request'],
    [{ kind: 'note', text: 'x'.repeat(50_001) }, 'bad_request'],
    [{ kind: 'note', text: 'x', x: 'left' }, 'bad_request'],
    [{ kind: 'note', text: 'x', author: 'Ben' }, 'bad_request'],
    [{ kind: 'note', text: 'x', stage: 's' }, 'bad_place'],
    [{ kind: 'note', text: 'x', stage: 's', lane: 'steps' }, 'bad_place'],
    [{ kind: 'note', text: 'x', stage: 's', lane: 'nowhere' }, 'unknown_record'],
    [{ kind: 'quote', text: '' }, 'bad_request'],
    [{ kind: 'quote', text: 'x', saidOn: 'yesterday' }, 'bad_request'],
    [{ kind: 'quote', text: 'x', quoteKind: 'praise' }, 'bad_request'],
    [{ kind: 'quote', text: 'x', feeling: 2 }, 'bad_request'],
    [{ kind: 'quote', text: 'x', touchpoint: 's' }, 'unknown_record'],
    [{ kind: 'quote', text: 'x', customer: 'nobody' }, 'unknown_record'],
  ])('is not taken in as %j', async (body, code) => {
    const response = await server.ask('POST', at(), { token: made.links.contributor.token, body })
    const error = await errorOf(response)
    expect(error).toMatchObject({ status: 400, code })
    expect(error.message).toMatch(/^[A-Z].+\.$/)
    expect(await server.store.history(made.id)).toHaveLength(1)
  })

  it('is changed and taken back by nobody else: not a colleague, not an editor, not a link’s own token', async () => {
    const ada = await join('Ada')
    const { id } = await contribute(ada.token, { kind: 'note', text: 'Mine' })
    const others = [
      (await join('Ben')).token,
      ...Object.values(made.links)
        .slice(1)
        .map(({ token }) => token),
    ]
    for (const token of [...others, made.links.contributor.token].filter(token => token !== made.links.viewer.token)) {
      for (const method of ['PATCH', 'DELETE']) {
        const response = await server.ask(method, at(`/${id}`), { token, body: method === 'PATCH' ? {} : undefined })
        expect(await errorOf(response)).toMatchObject({ status: 403, code: 'not_yours' })
      }
    }
    expect((await map()).notes).toMatchObject([{ text: 'Mine' }])
  })

  it('that a script made with a link’s own token is that link’s, and no person’s', async () => {
    const token = made.links.contributor.token
    const { id } = await contribute(token, { kind: 'note', text: 'By script' })
    expect((await map()).notes).toMatchObject([{ author: '' }])
    const ada = await join('Ada')
    expect((await server.ask('DELETE', at(`/${id}`), { token: ada.token })).status).toBe(403)
    expect((await server.ask('DELETE', at(`/${id}`), { token: made.links.editor.token })).status).toBe(403)
    expect((await server.ask('DELETE', at(`/${id}`), { token })).status).toBe(204)
  })

  it('is gone when it is taken back, and when somebody deletes it', async () => {
    const ada = await join('Ada')
    const [note, quote] = [
      await contribute(ada.token, { kind: 'note', text: 'A' }),
      await contribute(ada.token, { kind: 'quote', text: 'B' }),
    ]
    expect(await (await server.ask('GET', at(), { token: ada.token })).json()).toEqual({ contributions: [note, quote] })
    expect((await server.ask('DELETE', at(`/${quote.id}`), { token: ada.token })).status).toBe(204)
    await remove('notes', note.record)
    expect(await map()).toMatchObject({ notes: [], quotes: [] })
    for (const { id } of [note, quote]) {
      const body = {}
      const changed = await server.ask('PATCH', at(`/${id}`), { token: ada.token, body })
      expect(await errorOf(changed)).toMatchObject({ status: 404, code: 'gone' })
      const again = await server.ask('DELETE', at(`/${id}`), { token: ada.token })
      expect(await errorOf(again)).toMatchObject({ status: 404, code: 'gone' })
    }
    expect(await (await server.ask('GET', at(), { token: ada.token })).json()).toEqual({ contributions: [] })
    const unknown = await server.ask('DELETE', at('/none'), { token: ada.token })
    expect(await errorOf(unknown)).toMatchObject({ status: 404, code: 'unknown_contribution' })
  })

  it('is what a locked editor may still make', async () => {
    await server.deps.rooms.with(made.id, room => room.setLock({ at: 1, by: null }))
    const ada = await join('Ada', 'editor')
    const { id } = await contribute(ada.token, { kind: 'note', text: 'Still here' })
    expect((await server.ask('DELETE', at(`/${id}`), { token: ada.token })).status).toBe(204)
  })

  it('of another map is unknown here', async () => {
    const { id } = await contribute(made.links.facilitator.token, { kind: 'note', text: 'A' })
    const other = await server.make()
    const path = `/api/maps/${other.id}/contributions/${id}`
    const response = await server.ask('DELETE', path, { token: other.links.facilitator.token })
    expect(await errorOf(response)).toMatchObject({ status: 404, code: 'unknown_contribution' })
  })
})
