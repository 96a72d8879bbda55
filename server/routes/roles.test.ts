import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role, reaches } from '#shared/model/roles.ts'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

/** Every route of one map with the least role that may use it. */
const routes: readonly { method: string; path: string; needs: Role; body?: unknown }[] = [
  { method: 'GET', path: '', needs: 'viewer' },
  { method: 'POST', path: '/people', needs: 'viewer', body: { name: 'Ada' } },
  { method: 'GET', path: '/export/json', needs: 'viewer' },
  { method: 'GET', path: '/export/json?anonymous=1', needs: 'viewer' },
  { method: 'GET', path: '/export/json?originals=1', needs: 'editor' },
  { method: 'GET', path: '/export/csv', needs: 'viewer' },
  { method: 'GET', path: '/export/png', needs: 'viewer' },
  { method: 'GET', path: '/quotes/q/original', needs: 'editor' },
  { method: 'PUT', path: '/quotes/q/original', needs: 'editor', body: { text: 'x' } },
  { method: 'POST', path: '/import?format=json', needs: 'editor', body: { format: 'verbatim-map', version: 1 } },
  { method: 'DELETE', path: '/imports/i', needs: 'editor' },
  { method: 'POST', path: '/imports/i/redo', needs: 'editor' },
  { method: 'GET', path: '/contributions', needs: 'contributor' },
  { method: 'POST', path: '/contributions', needs: 'contributor', body: { kind: 'note', text: 'Hm' } },
  { method: 'PATCH', path: '/contributions/c', needs: 'contributor', body: {} },
  { method: 'DELETE', path: '/contributions/c', needs: 'contributor' },
  { method: 'GET', path: '/files/f', needs: 'viewer' },
  { method: 'POST', path: '/files/f', needs: 'editor', body: {} },
  { method: 'GET', path: '/session', needs: 'viewer' },
  { method: 'POST', path: '/session', needs: 'facilitator', body: { command: 'unlock' } },
  { method: 'GET', path: '/links', needs: 'facilitator' },
  { method: 'POST', path: '/links', needs: 'facilitator', body: { role: 'viewer' } },
  { method: 'DELETE', path: '/links/l', needs: 'facilitator' },
  { method: 'DELETE', path: '', needs: 'facilitator' },
]

describe.each(routes)('$method /api/maps/:id$path', ({ method, path, needs, body }) => {
  it(`is for those who are ${needs} or more`, async () => {
    for (const role of ROLES) {
      const { id, links } = await server.make()
      const response = await server.ask(method, `/api/maps/${id}${path}`, { token: links[role].token, body })
      if (reaches(role, needs)) expect([401, 403]).not.toContain(response.status)
      else expect(await errorOf(response)).toMatchObject({ status: 403, code: 'role_too_low' })
    }
  })

  it('is closed without a token, and with one of another map', async () => {
    const { id } = await server.make()
    const other = await server.make()
    const without = await server.ask(method, `/api/maps/${id}${path}`, { body })
    expect(await errorOf(without)).toMatchObject({ status: 401, code: 'token_missing' })
    const token = other.links.facilitator.token
    const foreign = await server.ask(method, `/api/maps/${id}${path}`, { token, body })
    expect(await errorOf(foreign)).toMatchObject({ status: 404, code: 'unknown_map' })
  })
})

describe('a link', () => {
  it('is made with a role, a label and an end, and stands in the list with its address', async () => {
    const { id, links } = await server.make()
    const token = links.facilitator.token
    const body = { role: 'contributor', label: 'Tuesday', expiresAt: server.clock.now + 60_000 }
    const response = await server.ask('POST', `/api/maps/${id}/links`, { token, body })
    expect(response.status).toBe(201)
    const link = await response.json()
    expect(link).toMatchObject({ role: 'contributor', label: 'Tuesday', expiresAt: '2026-01-02T03:05:05.000Z' })
    expect(link.url).toBe(`http://localhost/m/${id}#${link.token}`)
    const list = await (await server.ask('GET', `/api/maps/${id}/links`, { token })).json()
    expect(list.links).toHaveLength(5)
    expect(list.links).toContainEqual(link)
  })

  it('stops opening the map when its time is over', async () => {
    const { id, links } = await server.make()
    const body = { role: 'viewer', expiresAt: new Date(server.clock.now + 60_000).toISOString() }
    const response = await server.ask('POST', `/api/maps/${id}/links`, { token: links.facilitator.token, body })
    const { token } = await response.json()
    expect((await server.ask('GET', `/api/maps/${id}`, { token })).status).toBe(200)
    server.clock.now += 60_000
    expect(await errorOf(await server.ask('GET', `/api/maps/${id}`, { token }))).toMatchObject({
      status: 401,
      code: 'token_expired',
    })
  })

  it('stops opening the map when it is revoked, for everybody who came through it, and their sockets close', async () => {
    const { id, links } = await server.make()
    const ada = await join(server, { id, links }, 'editor')
    const token = links.facilitator.token
    const list = await (await server.ask('GET', `/api/maps/${id}/links`, { token })).json()
    const link = list.links.find((link: { role: string }) => link.role === 'editor').id
    const sockets = await Promise.all([links.editor, ada, links.viewer].map(({ token }) => server.enter(id, token)))
    expect((await server.ask('DELETE', `/api/maps/${id}/links/${link}`, { token })).status).toBe(204)
    expect(sockets).toEqual([{ code: 4401 }, { code: 4401 }, { code: null }])
    for (const ended of [links.editor.token, ada.token]) {
      expect(await errorOf(await server.ask('GET', `/api/maps/${id}`, { token: ended }))).toMatchObject({
        status: 401,
        code: 'token_revoked',
      })
    }
    const after = await (await server.ask('GET', `/api/maps/${id}/links`, { token })).json()
    expect(after.links).toHaveLength(3)
  })

  it('that is the last for facilitators stays', async () => {
    const { id, links } = await server.make()
    const token = links.facilitator.token
    const list = await (await server.ask('GET', `/api/maps/${id}/links`, { token })).json()
    const own = list.links.find((link: { role: string }) => link.role === 'facilitator').id
    const refused = await server.ask('DELETE', `/api/maps/${id}/links/${own}`, { token })
    expect(await errorOf(refused)).toMatchObject({ status: 409, code: 'last_facilitator' })
    await server.ask('POST', `/api/maps/${id}/links`, { token, body: { role: 'facilitator' } })
    expect((await server.ask('DELETE', `/api/maps/${id}/links/${own}`, { token })).status).toBe(204)
  })

  it.each([
    [{}, 'bad_request'],
    [{ role: 'owner' }, 'bad_request'],
    [{ role: 'viewer', expiresAt: 'tomorrow' }, 'bad_request'],
    [{ role: 'viewer', expiresAt: 1 }, 'already_expired'],
    [{ role: 'viewer', more: 1 }, 'bad_request'],
  ])('is not made from %j', async (body, code) => {
    const { id, links } = await server.make()
    const response = await server.ask('POST', `/api/maps/${id}/links`, { token: links.facilitator.token, body })
    expect(await errorOf(response)).toMatchObject({ status: 400, code })
  })

  it('of another map can’t be revoked', async () => {
    const { id, links } = await server.make()
    const other = await server.make()
    const theirs = other.links.editor.token.split('.')[0]
    const refused = await server.ask('DELETE', `/api/maps/${id}/links/${theirs}`, { token: links.facilitator.token })
    expect(await errorOf(refused)).toMatchObject({ status: 404, code: 'unknown_link' })
  })
})

describe('a person', () => {
  it('gets a token of their own with the role of the link they came through', async () => {
    const made = await server.make()
    const ada = await join(server, made, 'contributor')
    expect(ada).toMatchObject({ person: { name: 'Ada', color: '#2F6F73' }, role: 'contributor' })
    const response = await server.ask('GET', `/api/maps/${made.id}`, { token: ada.token })
    expect(await response.json()).toMatchObject({ role: 'contributor' })
  })

  it.each([
    {},
    { name: ' ' },
    { name: 'x'.repeat(81) },
    { name: 'Ada', color: 'red;background:url(x)' },
    { name: 'Ada', color: 'url(//elsewhere/x)' },
    { name: 1 },
  ])('is not taken in as %j', async body => {
    const { id, links } = await server.make()
    const response = await server.ask('POST', `/api/maps/${id}/people`, { token: links.viewer.token, body })
    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'bad_request' })
  })
})

describe('a page of another site', () => {
  it('can’t change anything, unless it is listed', async () => {
    const open = await testServer({ ALLOWED_ORIGINS: 'https://intranet.example' })
    const post = (origin: string) =>
      open.app.request('http://localhost/api/maps', { method: 'POST', headers: { origin, host: 'localhost' } })
    expect(await errorOf(await post('https://evil.example'))).toMatchObject({ status: 403, code: 'origin_not_allowed' })
    expect((await post('http://localhost')).status).toBe(201)
    const listed = await post('https://intranet.example')
    expect(listed.status).toBe(201)
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://intranet.example')
    const preflight = await open.app.request('/api/maps', {
      method: 'OPTIONS',
      headers: { origin: 'https://intranet.example', 'access-control-request-headers': 'authorization' },
    })
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
    await open.close()
  })
})

it('no token ever gets into the log', async () => {
  const made = await server.make()
  await server.ask('GET', `/api/maps/${made.id}?token=${made.links.editor.token}`, { token: made.links.viewer.token })
  await server.ask('GET', `/api/maps/${made.id}`, { token: `${made.links.viewer.token}x` })
  expect(server.lines.length).toBeGreaterThan(2)
  expect(server.lines.join('')).toContain(`/api/maps/${made.id}`)
  for (const role of ROLES) expect(server.lines.join('')).not.toContain(made.links[role].token.split('.')[1])
})

async function join(
  { ask }: typeof server,
  { id, links }: Pick<Made, 'id' | 'links'>,
  role: Role,
): Promise<{ person: { id: string }; token: string }> {
  const body = { name: 'Ada', color: '#2F6F73' }
  const response = await ask('POST', `/api/maps/${id}/people`, { token: links[role].token, body })
  expect(response.status).toBe(201)
  return response.json() as Promise<{ person: { id: string }; token: string }>
}
