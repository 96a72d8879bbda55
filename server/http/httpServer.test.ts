import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpServer, type Patience } from './httpServer.ts'

/** So long that it plays no part. */
const LONG = 600_000
const patient: Patience = { headers: LONG, request: LONG, keepAlive: LONG, lookEvery: 10, connections: 100 }

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** Answers with what was sent to it. */
const echo: RequestListener = async (request, response) => {
  response.end(await text(request).catch(() => ''))
}

async function serve(patience: Partial<Patience>): Promise<Server> {
  const server = createHttpServer(echo, { ...patient, ...patience })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return server
}

async function dial(server: Server): Promise<{ socket: Socket; heard: Promise<string> }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  stops.push(() => socket.destroy())
  await once(socket, 'connect')
  return { socket, heard: text(socket).catch(() => '') }
}

describe('a connection', () => {
  it('on which nothing is ever said is cut', async () => {
    const { heard } = await dial(await serve({ headers: 50 }))
    expect(await heard).toContain('408 Request Timeout')
  })

  it('on which headers arrive one at a time is cut', async () => {
    const server = await serve({ headers: 50 })
    const { socket, heard } = await dial(server)
    socket.write('GET / HTTP/1.1\r\n')
    const drip = setInterval(() => socket.write('x-and: so on\r\n'), 5)
    stops.push(() => clearInterval(drip))
    // What the server says about it is lost where it comes between two of these.
    expect(await heard).toMatch(/^$|408 Request Timeout/)
  })

  it('on which a body arrives a byte at a time is cut', async () => {
    const server = await serve({ headers: 40, request: 50 })
    const { socket, heard } = await dial(server)
    socket.write('POST / HTTP/1.1\r\nhost: test\r\ncontent-length: 100000\r\n\r\n')
    const drip = setInterval(() => socket.write('x'), 5)
    stops.push(() => clearInterval(drip))
    expect(await heard).not.toContain('200 OK')
  })

  it('is closed some time after its last request', async () => {
    const { socket, heard } = await dial(await serve({ keepAlive: 50 }))
    socket.write('POST / HTTP/1.1\r\nhost: test\r\ncontent-length: 5\r\n\r\nhello')
    expect(await heard).toMatch(/^HTTP\/1.1 200 OK[\s\S]*hello/)
  })

  it('that is one too many is closed, and room is made by others that close', async () => {
    const server = await serve({ connections: 2 })
    const [first] = [await dial(server), await dial(server)]
    expect(await (await dial(server)).heard).toBe('')
    const gone = new Promise<void>(resolve => server.once('connection', () => resolve()))
    first.socket.destroy()
    await first.heard
    while ((await new Promise<number>(resolve => server.getConnections((_, count) => resolve(count)))) > 1) {
      await new Promise(resolve => setImmediate(resolve))
    }
    const { socket, heard } = await dial(server)
    await gone
    socket.end('POST / HTTP/1.1\r\nhost: test\r\nconnection: close\r\ncontent-length: 2\r\n\r\nhi')
    expect(await heard).toContain('hi')
  })
})

it('by default nobody holds a place for longer than a request takes', () => {
  const server = createHttpServer(echo)
  expect(server.headersTimeout).toBeLessThanOrEqual(15_000)
  expect(server.requestTimeout).toBeLessThanOrEqual(300_000)
  expect(server.keepAliveTimeout).toBeGreaterThan(60_000)
  expect(server.maxConnections).toBeGreaterThan(20_000)
})
