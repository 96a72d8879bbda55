import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const ADA = { name: 'Ada', color: '#1565c0' }

async function join(map: Made): Promise<{ token: string; person: { id: string } }> {
  const response = await server.ask('POST', `/api/maps/${map.id}/people`, {
    token: map.links.contributor.token,
    body: ADA,
  })
  return (await response.json()) as { token: string; person: { id: string } }
}

describe('somebody who says another name', () => {
  it('stays the same person, with the same token and what they contributed', async () => {
    const map = await server.make()
    const { token, person } = await join(map)
    const note = await server.ask('POST', `/api/maps/${map.id}/contributions`, {
      token,
      body: { kind: 'note', text: 'Mine' },
    })
    expect(note.status).toBe(201)
    const changed = { name: 'Ada L.', color: '#b3261e' }
    const renamed = await server.ask('PATCH', `/api/maps/${map.id}/people/me`, { token, body: changed })
    expect(renamed.status).toBe(200)
    expect(await renamed.json()).toEqual({ person: { id: person.id, ...changed } })
    const info = await server.ask('GET', `/api/maps/${map.id}`, { token })
    expect(await info.json()).toMatchObject({ person: { id: person.id, ...changed } })
    const mine = await server.ask('GET', `/api/maps/${map.id}/contributions`, { token })
    expect(((await mine.json()) as { contributions: unknown[] }).contributions).toHaveLength(1)
  })

  it('needs a name that others can read', async () => {
    const map = await server.make()
    const { token } = await join(map)
    for (const body of [{ name: ' ' }, { name: 'x'.repeat(81) }, {}, { name: 'Ada', color: 'red; top: 0' }]) {
      const response = await server.ask('PATCH', `/api/maps/${map.id}/people/me`, { token, body })
      expect(await errorOf(response)).toMatchObject({ status: 400, code: 'bad_request' })
    }
  })

  it('needs to be somebody: a link has no name, and another map’s token opens nothing', async () => {
    const [map, other] = [await server.make(), await server.make()]
    const byLink = await server.ask('PATCH', `/api/maps/${map.id}/people/me`, {
      token: map.links.editor.token,
      body: ADA,
    })
    expect(await errorOf(byLink)).toMatchObject({ status: 409, code: 'no_person' })
    const { token } = await join(other)
    const elsewhere = await server.ask('PATCH', `/api/maps/${map.id}/people/me`, { token, body: ADA })
    expect(elsewhere.status).toBe(404)
  })
})

describe('a map that is asked about', () => {
  it('tells its epoch, which belongs into the socket’s address, and nobody’s name to a link', async () => {
    const map = await server.make()
    const info = await server.ask('GET', `/api/maps/${map.id}`, { token: map.links.viewer.token })
    expect(await info.json()).toMatchObject({ epoch: 1, person: null })
  })
})
