import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Change, set } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { VERSION_NAME } from '#shared/model/limits.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { Rooms } from '../sync/Rooms.ts'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

type Version = { number: number; at: string; name: string | null; authors: { id: string; name: string | null }[] }
type Listed = { versions: Version[]; since: Version['authors'] }
type Counts = Record<string, number>
type Restored = { back: Counts; changed: Counts; gone: Counts; before: number }

function ask(made: Made, method: string, path: string, body?: unknown, token = made.links.editor.token) {
  return server.ask(method, `/api/maps/${made.id}${path}`, { token, ...(body === undefined ? {} : { body }) })
}

async function told<T>(asked: Promise<Response>, status = 200): Promise<T> {
  const response = await asked
  expect(response.status, await response.clone().text()).toBe(status)
  return response.json() as Promise<T>
}

const list = (made: Made) => told<Listed>(ask(made, 'GET', '/versions'))
const keep = (made: Made, name: string) => told<Version>(ask(made, 'POST', '/versions', { name }), 201)
const mapOf = (made: Made) => told<MapDocument>(ask(made, 'GET', '/export/json'))
const restore = (made: Made, number: number, body?: unknown) =>
  told<Restored>(ask(made, 'POST', `/versions/${number}/restore`, body))

function edited({ id }: Made, author: string, ...changes: Change[]): Promise<number> {
  return server.deps.rooms.with(id, room => room.commit(author, doc => edit(doc, changes, { person: author, now: 0 })))
}

async function joined(made: Made, name: string, role: keyof Made['links'] = 'editor') {
  const answer = ask(made, 'POST', '/people', { name, color: '#123456' }, made.links[role].token)
  const { person, token } = await told<{ person: { id: string }; token: string }>(answer, 201)
  return { id: person.id, token }
}

/** A map with two touchpoints, kept as “Then”, of which later one was deleted and one renamed, and a third was added. */
async function past() {
  const touchpoint = (id: string, title: string) => KINDS.touchpoints.make({ id, title })
  const made = await server.make({
    ...{ format: 'verbatim-map', version: 1, map: { title: 'Past' } },
    touchpoints: [touchpoint('a', 'Call'), touchpoint('b', 'Visit')],
  })
  const ada = await joined(made, 'Ada')
  const { number } = await keep(made, 'Then')
  const then = await mapOf(made)
  const [a, b] = then.touchpoints.map(({ id }) => id) as [string, string]
  await edited(made, ada.id, { do: 'remove', kind: 'touchpoints', id: a })
  await edited(made, ada.id, set('touchpoints', b, { title: 'Visit the shop' }))
  await edited(made, ada.id, { do: 'add', kind: 'touchpoints', record: touchpoint('c', 'Letter') })
  return { made, ada, number, then, titles: async () => (await mapOf(made)).touchpoints.map(({ title }) => title) }
}

describe('a version', () => {
  it('is kept under a name, listed with who wrote until then, and opened as it was', async () => {
    const { made, ada, number, then } = await past()
    const second = await keep(made, '  Two  ')
    expect(second).toEqual({
      ...{ number: number + 1, at: '2026-01-02T03:04:05.000Z', name: 'Two' },
      authors: [{ id: ada.id, name: 'Ada' }],
    })
    const { versions, since } = await list(made)
    expect(versions.map(version => [version.number, version.name])).toEqual([
      [number + 1, 'Two'],
      [number, 'Then'],
    ])
    expect(since).toEqual([])
    const viewer = made.links.viewer.token
    const opened = await ask(made, 'GET', `/versions/${number}/export/json`, undefined, viewer)
    expect(await opened.json()).toEqual(then)
    expect(opened.headers.get('content-disposition')).toContain('Past.json')
  })

  it('says who wrote since the newest one', async () => {
    const { made, ada } = await past()
    expect((await list(made)).since).toEqual([{ id: ada.id, name: 'Ada' }])
  })

  it('can be named later, and lose its name', async () => {
    const { made, number } = await past()
    expect(await told(ask(made, 'PATCH', `/versions/${number}`, { name: 'After lunch' }))).toMatchObject({
      ...{ number, name: 'After lunch' },
    })
    await told(ask(made, 'PATCH', `/versions/${number}`, { name: null }))
    expect((await list(made)).versions).toMatchObject([{ number, name: null }])
  })

  it('that nobody changed since gets the name instead of another one', async () => {
    const { made, number } = await past()
    const { before } = await restore(made, number)
    await restore(made, before)
    const { versions } = await list(made)
    const [newest] = versions
    expect(newest?.name).toBeNull()
    await restore(made, before)
    const { before: present } = await restore(made, before)
    expect((await keep(made, 'Now')).number).toBe(present)
  })

  it('leaves names out for whoever asks for the anonymous edition', async () => {
    const made = await server.make({
      notes: [{ id: 'n', text: 'Note', author: 'Ada' }],
      format: 'verbatim-map',
      version: 1,
    })
    const { number } = await keep(made, 'Then')
    const opened = await ask(made, 'GET', `/versions/${number}/export/json?anonymous=1`)
    expect(await opened.text()).not.toContain('Ada')
  })
})

describe('restoring a version', () => {
  it('makes the map what it was in one edit of that person, and keeps what it was until then', async () => {
    const { made, number, then, titles } = await past()
    const ben = await joined(made, 'Ben')
    const before = await server.store.history(made.id)
    const response = await ask(made, 'POST', `/versions/${number}/restore`, undefined, ben.token)
    expect(await response.json()).toEqual({
      ...{ back: { touchpoints: 1 }, changed: { touchpoints: 1 }, gone: { touchpoints: 1 } },
      before: number + 1,
    })
    expect(await mapOf(made)).toEqual(then)
    const history = await server.store.history(made.id)
    expect(history.slice(before.length).map(({ author }) => author)).toEqual([ben.id])

    expect((await restore(made, number + 1)).back).toEqual({ touchpoints: 1 })
    expect(await titles()).toEqual(['Visit the shop', 'Letter'])
  })

  it('brings back only what was deleted where that is asked for', async () => {
    const { made, number, titles } = await past()
    const restored = await restore(made, number, { only: 'deleted' })
    expect(restored).toMatchObject({ back: { touchpoints: 1 }, changed: {}, gone: {} })
    expect(await titles()).toEqual(['Call', 'Visit the shop', 'Letter'])
  })

  it('that changes nothing writes nothing', async () => {
    const { made, number } = await past()
    await restore(made, number)
    const before = await server.store.history(made.id)
    expect(await restore(made, number)).toMatchObject({ back: {}, changed: {}, gone: {} })
    expect(await server.store.history(made.id)).toEqual(before)
  })

  it('of a large map does the same in a thread of its own', async () => {
    const quotes = Array.from({ length: 2_000 }, (_, i) => ({ id: `q${i}`, text: `Words of customer number ${i}` }))
    const made = await server.make({ format: 'verbatim-map', version: 1, quotes })
    const { number } = await keep(made, 'Then')
    const then = await mapOf(made)
    await edited(made, '', ...then.quotes.map(({ id }): Change => ({ do: 'remove', kind: 'quotes', id })))
    expect((await restore(made, number)).back).toEqual({ quotes: 2_000 })
    expect(await mapOf(made)).toEqual(then)
  })

  it('that was erased meanwhile brings nothing back', async () => {
    const { made, number } = await past()
    const { rooms } = server.deps
    if (!(rooms instanceof Rooms)) throw new Error('These are no rooms.')
    const readThen = server.store.loadVersion
    server.store.loadVersion = async (map, version) => {
      server.store.loadVersion = readThen
      const then = await readThen(map, version)
      await rooms.rewrite(map, '', async () => ({ state: new Uint8Array([0, 0]), versions: new Map() }))
      return then
    }
    const response = await ask(made, 'POST', `/versions/${number}/restore`, {})
    expect(response.status).toBe(503)
    expect((await mapOf(made)).touchpoints).toEqual([])
  })

  it('is possible after an import was taken back', async () => {
    const made = await server.make()
    const csv = 'verbatim\nThey were kind.\nIt took a week.\n'
    const options = { token: made.links.editor.token, body: csv, type: 'text/csv' }
    const imported = await server.ask('POST', `/api/maps/${made.id}/import?format=csv`, options)
    const { import: id } = (await imported.json()) as { import: string }
    const with2 = await mapOf(made)
    await told(ask(made, 'DELETE', `/imports/${id}`))
    const { versions } = await list(made)
    await restore(made, versions[0]?.number ?? 0)
    expect(await mapOf(made)).toEqual(with2)
  })
})

describe('the past of a map', () => {
  const writes = [
    { method: 'POST', path: '/versions', body: { name: 'No' } },
    { method: 'PATCH', path: '/versions/1', body: { name: 'No' } },
    { method: 'POST', path: '/versions/1/restore', body: {} },
  ]
  it.each(writes)('is changed by editors alone, and while it is locked by facilitators: $method $path', async wish => {
    const { made } = await past()
    const by = (role: keyof Made['links']) => ask(made, wish.method, wish.path, wish.body, made.links[role].token)
    for (const role of ['viewer', 'contributor'] as const) {
      expect(await errorOf(await by(role))).toMatchObject({ status: 403, code: 'role_too_low' })
    }
    const locking = { command: 'lock' }
    await told(ask(made, 'POST', '/session', locking, made.links.facilitator.token))
    expect(await errorOf(await by('editor'))).toMatchObject({ status: 403, code: 'locked' })
    expect((await by('facilitator')).status).toBeLessThan(300)
  })

  const bad = [
    { method: 'POST', path: '/versions', body: {}, code: 'bad_request' },
    { method: 'POST', path: '/versions', body: { name: ' ' }, code: 'bad_request' },
    { method: 'POST', path: '/versions', body: { name: 'x'.repeat(VERSION_NAME + 1) }, code: 'bad_request' },
    { method: 'PATCH', path: '/versions/1', body: { name: 3 }, code: 'bad_request' },
    { method: 'POST', path: '/versions/1/restore', body: { only: 'changed' }, code: 'bad_request' },
    { method: 'PATCH', path: '/versions/9', body: { name: 'x' }, code: 'unknown_version' },
    { method: 'POST', path: '/versions/9/restore', body: {}, code: 'unknown_version' },
    { method: 'GET', path: '/versions/9/export/json', code: 'unknown_version' },
    { method: 'GET', path: '/versions/1e0/export/json', code: 'unknown_version' },
    { method: 'GET', path: '/versions/1/export/docx', code: 'unknown_format' },
  ]
  it.each(bad)('says in a sentence what it does not understand: $method $path $body', async wish => {
    const { made } = await past()
    const { code, message } = await errorOf(await ask(made, wish.method, wish.path, wish.body))
    expect(code).toBe(wish.code)
    expect(message).toMatch(/^[A-Z].*\.$/)
  })

  it('is not told to another map', async () => {
    const [{ made, number }, other] = [await past(), await server.make()]
    const token = other.links.facilitator.token
    const response = await ask(made, 'GET', `/versions/${number}/export/json`, undefined, token)
    expect(response.status).toBe(404)
  })
})
