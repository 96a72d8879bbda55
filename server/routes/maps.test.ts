import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { decodeDoc } from '#shared/doc/encode.ts'
import { readMap } from '#shared/doc/read.ts'
import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import { writeJson } from '#shared/formats/json/write.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { MAX_TOUCHPOINTS } from '#shared/model/limits.ts'
import { emptyMap } from '#shared/model/MapDocument.ts'
import { ROLES } from '#shared/model/roles.ts'
import { readWholeMap } from '#shared/protocol/wholeMap.ts'
import { errorOf, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const unknownMap = '0'.repeat(26)

describe('making a map', () => {
  it('gives a link for each role, with the token in the fragment of its address', async () => {
    const made = await server.make({ title: 'Repairs' })
    expect(made.title).toBe('Repairs')
    expect(made.id).toMatch(/^[0-9a-z]{26}$/)
    for (const role of ROLES) {
      const { token, url } = made.links[role]
      expect(url).toBe(`http://localhost/m/${made.id}#${token}`)
      const response = await server.ask('GET', `/api/maps/${made.id}`, { token })
      expect(await response.json()).toMatchObject({
        id: made.id,
        title: 'Repairs',
        role,
        createdAt: '2026-01-02T03:04:05.000Z',
        updatedAt: '2026-01-02T03:04:05.000Z',
      })
    }
  })

  it('tells its state without being opened', async () => {
    const made = await server.make({ sample: true })
    const before = server.deps.rooms.stats().rooms
    const response = await server.ask('GET', `/api/maps/${made.id}?brief=1`, { token: made.links.viewer.token })
    expect(await response.json()).toEqual({
      id: made.id,
      role: 'viewer',
      person: null,
      epoch: 1,
      createdAt: '2026-01-02T03:04:05.000Z',
      updatedAt: '2026-01-02T03:04:05.000Z',
    })
    expect(server.deps.rooms.stats().rooms).toBe(before)
  })

  it('is loaded already when somebody comes who said so', async () => {
    const made = await server.make({ sample: true })
    const load = vi.spyOn(server.deps.store, 'load')
    const token = made.links.viewer.token
    const response = await server.ask('GET', `/api/maps/${made.id}?brief=1&coming=1`, { token })
    expect(await response.json()).toMatchObject({ id: made.id, role: 'viewer' })
    await vi.waitFor(() => expect(load).toHaveBeenCalledExactlyOnceWith(made.id))
    expect(await server.deps.rooms.with(made.id, room => room.epoch)).toBe(1)
    expect(load).toHaveBeenCalledOnce()
  })

  it('comes as it lies on the disk to whoever has nothing of it, without being opened', async () => {
    const made = await server.make({ sample: true })
    const token = made.links.viewer.token
    const before = server.deps.rooms.stats().rooms
    const response = await server.ask('GET', `/api/maps/${made.id}/whole`, { token })
    expect(server.deps.rooms.stats().rooms).toBe(before)
    const whole = readWholeMap(new Uint8Array(await response.arrayBuffer()))
    expect(whole).toMatchObject({ epoch: 1, version: DOCUMENT_VERSION })
    const room = await server.deps.rooms.with(made.id, ({ doc }) => readMap(doc))
    expect(readMap(decodeDoc(...(whole?.updates ?? [])))).toEqual(room)
    expect((await server.ask('GET', `/api/maps/${made.id}/whole`)).status).toBe(401)
    expect((await server.ask('GET', `/api/maps/${unknownMap}/whole`, { token })).status).toBe(404)
  })

  it('works without a body', async () => {
    const response = await server.ask('POST', '/api/maps')
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ title: '' })
  })

  it('starts from a template', async () => {
    const made = await server.make({ template: 'five-stage', title: 'Ours' })
    const response = await server.ask('GET', `/api/maps/${made.id}`, { token: made.links.viewer.token })
    expect(await response.json()).toMatchObject({ title: 'Ours', counts: { stages: 5, lanes: 5, touchpoints: 0 } })
  })

  it('starts from the sample, which is the caller’s own copy', async () => {
    const first = await server.make({ sample: true })
    const second = await server.make({ sample: true })
    expect(first.title).toContain('sample')
    expect(second.id).not.toBe(first.id)
    const response = await server.ask('GET', `/api/maps/${first.id}`, { token: second.links.facilitator.token })
    expect(response.status).toBe(404)
  })

  it('names the templates that there are', async () => {
    const response = await server.ask('POST', '/api/maps', { body: { template: '__proto__' } })
    expect(await errorOf(response)).toEqual({
      status: 400,
      code: 'unknown_template',
      message:
        'There is no template “__proto__”. There are: blank, five-stage, service-blueprint, nine-questions, customer-panel, staff-journey.',
    })
  })

  it.each([
    ['{"title": 5}', 400, 'bad_request'],
    ['{"name": "a"}', 400, 'bad_request'],
    ['{"sample": true, "template": "blank"}', 400, 'bad_request'],
    ['[]', 400, 'not_a_map'],
    ['{', 400, 'not_json'],
    ['{"format":"other"}', 400, 'not_a_map'],
    ['{"format":"verbatim-map","version":2}', 400, 'newer_version'],
    ['{"format":"verbatim-map","version":1,"stages":[{"id":"journey"}]}', 400, 'reserved_id'],
    ['{"format":"verbatim-map","version":1,"lanes":[{"id":"a"},{"id":"a"}]}', 400, 'duplicate_id'],
    ['{"format":"verbatim-map","version":1,"__proto__":{}}', 400, 'bad_document'],
  ])('refuses %s', async (body, status, code) => {
    const response = await server.ask('POST', '/api/maps', { body, type: 'application/json' })
    expect(await errorOf(response)).toMatchObject({ status, code, message: expect.stringMatching(/\.$/) })
  })

  it('refuses a body of another kind', async () => {
    const response = await server.ask('POST', '/api/maps', { body: 'a,b', type: 'text/csv' })
    expect(await errorOf(response)).toMatchObject({ status: 415, code: 'unknown_type' })
  })

  it('refuses more touchpoints than a map holds', async () => {
    const touchpoints = Array.from({ length: MAX_TOUCHPOINTS + 1 }, () => ({}))
    const body = { format: 'verbatim-map', version: 1, touchpoints }
    const response = await server.ask('POST', '/api/maps', { body })
    expect(await errorOf(response)).toMatchObject({
      status: 413,
      code: 'too_many_records',
      message: 'This map has 20,001 touchpoints. One map holds at most 20,000.',
    })
  })

  it('refuses a body over 64 MiB, told or found out while reading', async () => {
    const told = await server.app.request('/api/maps', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': String(64 * 1024 * 1024 + 1) },
      body: '{}',
    })
    expect(await errorOf(told)).toMatchObject({ status: 413, code: 'body_too_large' })
    const piece = new Uint8Array(1024 * 1024)
    let sent = 0
    const endless = new ReadableStream({
      pull(stream) {
        sent += 1
        stream.enqueue(piece)
      },
    })
    const response = await server.app.request('/api/maps', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect(await errorOf(response)).toMatchObject({ status: 413, code: 'body_too_large' })
    expect(sent).toBeLessThan(70)
  })

  it('needs the administrator’s token where one is set', async () => {
    const closed = await testServer({ ADMIN_TOKEN: 'let-me-in' })
    expect(await errorOf(await closed.ask('POST', '/api/maps'))).toMatchObject({ status: 401, code: 'token_missing' })
    expect(await errorOf(await closed.ask('POST', '/api/maps', { token: 'x' }))).toMatchObject({
      status: 403,
      code: 'not_admin',
    })
    expect((await closed.ask('POST', '/api/maps', { token: 'let-me-in' })).status).toBe(201)
    await closed.close()
  })
})

describe('a map document', () => {
  it('comes out with the same bytes on the second pass, unknown members and all', async () => {
    const sample = JSON.parse(await readFile('shared/sample/bicycle-repair.json', 'utf8'))
    sample.later = { kept: [1, 2] }
    sample.stages[0].mood = 'bright'
    const first = await exported(await server.make(sample))
    const second = await exported(await server.make(first))
    expect(second).toBe(first)
    expect(JSON.parse(first)).toMatchObject({
      later: { kept: [1, 2] },
      stages: [{ mood: 'bright' }, {}, {}, {}, {}, {}],
    })
  })

  it('of the sample comes out as it went in', async () => {
    expect(await exported(await server.make({ sample: true }))).toBe(
      await readFile('shared/sample/bicycle-repair.json', 'utf8'),
    )
  })

  async function exported({ id, links }: { id: string; links: { viewer: { token: string } } }): Promise<string> {
    const response = await server.ask('GET', `/api/maps/${id}/export/json`, { token: links.viewer.token })
    expect(response.status).toBe(200)
    return response.text()
  }

  it('is a download that is called after the map', async () => {
    const { id, links } = await server.make({ title: 'Café "Ü": a/b' })
    const response = await server.ask('GET', `/api/maps/${id}/export/json`, { token: links.viewer.token })
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Cafe U a b.json"; filename*=UTF-8''Caf%C3%A9%20%C3%9C%20a%20b.json`,
    )
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  it('keeps the words before redaction apart, for editors alone', async () => {
    const quotes = [
      { ...KINDS.quotes.make({ id: 'q', text: 'Call █████.' }), original: 'Call 12345.' },
      KINDS.quotes.make({ id: 'r', text: 'Write to ada@example.org.', row: { phone: '+44 20 7946 0958' } }),
    ]
    const document = { ...JSON.parse(writeJson(emptyMap())), quotes }
    const { id, links } = await server.make(document)
    const path = `/api/maps/${id}/export/json`
    const plain = await (await server.ask('GET', path, { token: links.facilitator.token })).text()
    expect(plain).not.toMatch(/12345|ada@|7946/)
    expect(JSON.parse(plain).quotes[1]).toMatchObject({ text: 'Write to ███████████████.' })
    const refused = await server.ask('GET', `${path}?originals=1`, { token: links.contributor.token })
    expect(await errorOf(refused)).toMatchObject({ status: 403, code: 'role_too_low' })
    const full = await server.ask('GET', `${path}?originals=1`, { token: links.editor.token })
    expect(await full.json()).toMatchObject({
      quotes: [{ original: 'Call 12345.' }, { original: 'Write to ada@example.org.' }],
    })
  })

  it('in a format that is not there is refused with the list of those that are', async () => {
    const { id, links } = await server.make()
    const response = await server.ask('GET', `/api/maps/${id}/export/docx`, { token: links.viewer.token })
    expect(await errorOf(response)).toMatchObject({ status: 404, code: 'unknown_format' })
  })
})

describe('deleting a map', () => {
  it('takes everything away, so that its links open nothing', async () => {
    const { id, links } = await server.make()
    const socket = await server.enter(id, links.editor.token)
    const response = await server.ask('DELETE', `/api/maps/${id}`, { token: links.facilitator.token })
    expect(response.status).toBe(204)
    expect(socket).toEqual({ code: 4404 })
    const after = await server.ask('GET', `/api/maps/${id}`, { token: links.facilitator.token })
    expect(await errorOf(after)).toMatchObject({ status: 404, code: 'unknown_map' })
  })
})

describe('a request to a map', () => {
  it('without a token is answered alike whether or not there is such a map', async () => {
    const { id } = await server.make()
    const known = await server.ask('GET', `/api/maps/${id}`)
    const unknown = await server.ask('GET', `/api/maps/${unknownMap}`)
    expect(known.headers.get('www-authenticate')).toBe('Bearer')
    const error = await errorOf(known)
    expect(error).toMatchObject({ status: 401, code: 'token_missing' })
    expect(await errorOf(unknown)).toEqual(error)
  })

  it('with a token that does not open it is answered alike whether or not there is such a map', async () => {
    const { id } = await server.make()
    const { links } = await server.make()
    const known = await errorOf(await server.ask('GET', `/api/maps/${id}`, { token: links.facilitator.token }))
    expect(known).toMatchObject({ status: 404, code: 'unknown_map' })
    for (const token of [links.facilitator.token, 'nonsense']) {
      expect(await errorOf(await server.ask('GET', `/api/maps/${unknownMap}`, { token }))).toEqual(known)
    }
  })
})
