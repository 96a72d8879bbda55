import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTokens, newOwnerId } from '../access/tokens.ts'
import { type Made, testServer } from '../routes/testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
let made: Made
beforeAll(async () => {
  server = await testServer()
  made = await server.make()
})
afterAll(() => server.close())

function askFrom(address: string, token: string): Promise<Response> | Response {
  const headers = { authorization: `Bearer ${token}` }
  const incoming = { socket: { remoteAddress: address }, headers: {} }
  return server.app.request(`/api/maps/${made.id}`, { headers }, { incoming })
}

describe('somebody who tries one token after the other', () => {
  it('is turned away after a hundred, while others and those who were there before come in', async () => {
    const { viewer, editor } = made.links
    // As one that was given out before the server was started again.
    const link = { id: newOwnerId('link'), role: 'viewer', label: '', createdAt: 0, expiresAt: null } as const
    await server.store.addLink(made.id, link)
    const unseen = createTokens('a secret of the tests').make({ kind: 'link', id: link.id })
    expect((await askFrom('10.0.0.1', viewer.token)).status).toBe(200)
    const statuses = new Map<number, number>()
    for (let index = 0; index < 150; index += 1) {
      const { status } = await askFrom('10.0.0.1', `${newOwnerId('link')}.${'a'.repeat(43)}`)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(statuses).toEqual(
      new Map([
        [404, 100],
        [429, 50],
      ]),
    )
    // A guess that is right learns nothing either; who was here before is no guess.
    const right = await askFrom('10.0.0.1', unseen)
    expect(right.status).toBe(429)
    expect(await right.json()).toMatchObject({ error: { code: 'too_many_attempts' } })
    expect((await askFrom('10.0.0.1', viewer.token)).status).toBe(200)
    expect((await askFrom('10.0.0.2', unseen)).status).toBe(200)
    expect((await askFrom('10.0.0.1', editor.token)).status).toBe(200)
    server.clock.now += 1_000
    expect((await askFrom('10.0.0.1', `${newOwnerId('link')}.${'a'.repeat(43)}`)).status).toBe(404)
    expect((await askFrom('10.0.0.1', 'x')).status).toBe(429)
  })

  it('cannot get around it by other addresses of the same IPv6 network', async () => {
    const codes: number[] = []
    for (let index = 0; index < 101; index += 1) codes.push((await askFrom(`2001:db8::${index}`, 'guess')).status)
    expect([codes[99], codes[100]]).toEqual([404, 429])
  })

  it('is not who uses a link that was revoked, however often', async () => {
    const { facilitator } = made.links
    const link = await server.ask('POST', `/api/maps/${made.id}/links`, {
      token: facilitator.token,
      body: { role: 'viewer' },
    })
    const { id, token } = (await link.json()) as { id: string; token: string }
    await server.ask('DELETE', `/api/maps/${made.id}/links/${id}`, { token: facilitator.token })
    for (let index = 0; index < 110; index += 1) expect((await askFrom('10.0.0.3', token)).status).toBe(401)
  })
})
