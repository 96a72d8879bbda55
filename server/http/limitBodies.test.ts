import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { readBody } from './body.ts'
import { limitBodies } from './limitBodies.ts'

/** A server that may hold 100 bytes of one address and 150 in all, and answers a body when it is told to. */
function setUp() {
  const held: (() => void)[] = []
  const app = new Hono()
  app.use(limitBodies(() => false, { perAddress: 100, inAll: 150 }))
  app.post('/now', async c => c.json((await readBody(c.req, 1_000)).length))
  app.post('/held', async c => {
    const { length } = await readBody(c.req, 1_000)
    await new Promise<void>(resolve => held.push(resolve))
    return c.json(length)
  })
  const send = (path: string, address: string, bytes: number) => {
    const incoming = { socket: { remoteAddress: address }, headers: {} }
    return app.request(path, { method: 'POST', body: new Uint8Array(bytes) }, { incoming })
  }
  const isHeld = async (count: number) => {
    while (held.length < count) await new Promise(resolve => setImmediate(resolve))
  }
  return { send, held, isHeld }
}

it('bodies that wait for their answers leave only so much room for others, and give it back', async () => {
  const { send, held, isHeld } = setUp()
  const first = send('/held', 'a', 60)
  await isHeld(1)
  expect((await send('/now', 'a', 50)).status).toBe(503)
  expect((await send('/now', 'a', 40)).status).toBe(200)
  expect((await send('/now', 'b', 95)).status).toBe(503)
  expect((await send('/now', 'b', 90)).status).toBe(200)
  held[0]?.()
  expect(await (await first).json()).toBe(60)
  expect((await send('/now', 'b', 95)).status).toBe(200)
  expect((await send('/now', 'a', 101)).status).toBe(503)
})

it('a body that is refused while it arrives is given back too', async () => {
  const { send } = setUp()
  for (let index = 0; index < 10; index += 1) expect((await send('/now', 'a', 120)).status).toBe(503)
  for (let index = 0; index < 10; index += 1) expect((await send('/now', 'a', 2_000)).status).toBe(413)
  expect((await send('/now', 'a', 100)).status).toBe(200)
})
