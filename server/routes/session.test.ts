import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const open = { locked: false, lockedAt: null, lockedBy: null, storage: 'working', lead: null }

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
    const locked = { locked: true, lockedAt: '2026-01-02T03:04:05.000Z', lockedBy: fay.person.id }
    expect(await (await command(made, 'lock', fay.token)).json()).toMatchObject(locked)
    expect(await state(made)).toMatchObject(locked)
    expect(await (await command(made, 'lock')).json()).toMatchObject(locked)
    expect(await (await command(made, 'unlock')).json()).toEqual(open)
    expect(await state(made)).toEqual(open)
  })

  it.each([{}, { command: 'start' }, { command: 'lock', more: 1 }, { command: 'hand' }, { command: 'lead', scene: 7 }])(
    'does not understand %j',
    async body => {
      const { id, links } = await server.make()
      const response = await server.ask('POST', `/api/maps/${id}/session`, { token: links.facilitator.token, body })
      expect(await errorOf(response)).toMatchObject({ status: 400, code: 'unknown_command' })
    },
  )
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

describe('the lead of a presentation', () => {
  type Role = keyof Made['links']

  /** A person of this name who is on the map. */
  async function person(made: Made, name: string, role: Role): Promise<{ id: string; token: string }> {
    const token = made.links[role].token
    const joined = await server.ask('POST', `/api/maps/${made.id}/people`, { token, body: { name } })
    const said = (await joined.json()) as { person: { id: string }; token: string }
    await server.enter(made.id, said.token)
    return { id: said.person.id, token: said.token }
  }

  const order = ({ id }: Made, body: object, { token }: { token: string }) =>
    server.ask('POST', `/api/maps/${id}/session`, { token, body })
  const lead = async (made: Made) => ((await state(made)) as { lead: unknown }).lead

  it('is taken by editors and facilitators, moved by whoever has it, and ended', async () => {
    const made = await server.make()
    const [fay, ed] = [await person(made, 'Fay', 'facilitator'), await person(made, 'Ed', 'editor')]
    const [con, vic] = [await person(made, 'Con', 'contributor'), await person(made, 'Vic', 'viewer')]
    for (const one of [con, vic]) {
      const refused = await order(made, { command: 'lead', scene: 'forged' }, one)
      expect(await errorOf(refused)).toMatchObject({ status: 403, code: 'role_too_low' })
    }
    expect(await lead(made)).toBeNull()
    await order(made, { command: 'lead', scene: 's1' }, ed)
    const where = { words: false, black: false, following: 0 }
    expect(await lead(made)).toEqual({ by: ed.id, name: 'Ed', scene: 's1', ...where })
    await order(made, { command: 'lead' }, fay)
    expect(await lead(made)).toEqual({ by: fay.id, name: 'Fay', scene: 's1', ...where })
    for (const one of [ed, con, vic]) {
      for (const command of [
        { command: 'scene', scene: 'forged' },
        { command: 'end' },
        { command: 'hand', to: vic.id },
      ]) {
        expect(await errorOf(await order(made, command, one))).toMatchObject({ status: 403, code: 'not_leading' })
      }
    }
    await order(made, { command: 'scene', scene: 's2', black: true }, fay)
    expect(await lead(made)).toMatchObject({ by: fay.id, scene: 's2', black: true })
    await order(made, { command: 'end' }, fay)
    expect(await lead(made)).toBeNull()
  })

  it('is handed by editors to editors, by facilitators to anybody, and only to who is there', async () => {
    const made = await server.make()
    const [fay, ed] = [await person(made, 'Fay', 'facilitator'), await person(made, 'Ed', 'editor')]
    const vic = await person(made, 'Vic', 'viewer')
    await order(made, { command: 'lead', scene: 's1' }, ed)
    const refused = await errorOf(await order(made, { command: 'hand', to: vic.id }, ed))
    expect(refused).toMatchObject({ status: 403, code: 'role_too_low' })
    const away = await errorOf(await order(made, { command: 'hand', to: 'nobody' }, ed))
    expect(away).toMatchObject({ status: 409, code: 'not_here' })
    expect((await order(made, { command: 'hand', to: vic.id }, fay)).status).toBe(200)
    expect(await lead(made)).toMatchObject({ by: vic.id, name: 'Vic', scene: 's1' })
    expect((await order(made, { command: 'scene', scene: 's2' }, vic)).status).toBe(200)
    expect((await order(made, { command: 'hand', to: ed.id }, vic)).status).toBe(200)
    expect(await lead(made)).toMatchObject({ by: ed.id, scene: 's2' })
  })

  it('is for facilitators alone while the map is locked', async () => {
    const made = await server.make()
    const ed = await person(made, 'Ed', 'editor')
    await command(made, 'lock')
    expect(await errorOf(await order(made, { command: 'lead' }, ed))).toMatchObject({ status: 403, code: 'locked' })
    expect((await order(made, { command: 'lead' }, made.links.facilitator)).status).toBe(200)
    expect(await lead(made)).toMatchObject({ by: null, name: '' })
  })
})
