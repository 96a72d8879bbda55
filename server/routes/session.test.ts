import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const open = { locked: false, lockedAt: null, lockedBy: null, storage: 'working' }

function command({ id, links }: Made, command: string, token = links.facilitator.token): Promise<Response> {
  return server.ask('POST', `/api/maps/${id}/session`, { token, body: { command } })
}

async function state({ id, links }: Made): Promise<unknown> {
  return (await server.ask('GET', `/api/maps/${id}/session`, { token: links.viewer.token })).json()
}

describe('a map', () => {
  it('is open until a facilitator locks it, and open again when it is unlocked', async () => {
    const made = await server.make()
    expect(await state(made)).toEqual(open)
    const token = made.links.facilitator.token
    const fay = await (await server.ask('POST', `/api/maps/${made.id}/people`, { token, body: { name: 'Fay' } })).json()
    const locked = { locked: true, lockedAt: '2026-01-02T03:04:05.000Z', lockedBy: fay.person.id, storage: 'working' }
    expect(await (await command(made, 'lock', fay.token)).json()).toEqual(locked)
    expect(await state(made)).toEqual(locked)
    expect(await (await command(made, 'lock')).json()).toEqual(locked)
    expect(await (await command(made, 'unlock')).json()).toEqual(open)
    expect(await state(made)).toEqual(open)
  })

  it.each([{}, { command: 'start' }, { command: 'lock', more: 1 }])('does not understand %j', async body => {
    const { id, links } = await server.make()
    const response = await server.ask('POST', `/api/maps/${id}/session`, { token: links.facilitator.token, body })
    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'unknown_command' })
  })
})

describe('while a map is locked', () => {
  const writes = [
    { method: 'POST', path: '/import?format=json', body: { format: 'verbatim-map', version: 1, stages: [{}] } },
    { method: 'DELETE', path: '/imports/i' },
    { method: 'POST', path: '/imports/i/redo' },
    { method: 'PUT', path: '/quotes/q/original', body: { text: 'x' } },
    { method: 'GET', path: '/quotes/q/original' },
    { method: 'GET', path: '/export/json?originals=1' },
  ]
  it.each(writes)('$method $path is for facilitators alone', async ({ method, path, body }) => {
    const made = await server.make()
    const ask = (role: 'editor' | 'facilitator') =>
      server.ask(method, `/api/maps/${made.id}${path}`, { token: made.links[role].token, body })
    await command(made, 'lock')
    expect(await errorOf(await ask('editor'))).toMatchObject({ status: 403, code: 'locked' })
    expect((await ask('facilitator')).status).not.toBe(403)
    await command(made, 'unlock')
    expect((await ask('editor')).status).not.toBe(403)
  })

  it('everybody goes on reading', async () => {
    const made = await server.make()
    await command(made, 'lock')
    for (const role of ['viewer', 'editor'] as const) {
      const token = made.links[role].token
      expect((await server.ask('GET', `/api/maps/${made.id}/export/json`, { token })).status).toBe(200)
    }
  })
})
