import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { Transport } from './Member.ts'
import { SyncSocket, transportOf } from './SyncSocket.ts'

let transport: Transport
let socket: Socket
let client: WebSocket
let stop: () => Promise<void>

beforeEach(async () => {
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, WebSocket: SyncSocket })
  const joined = new Promise<void>(resolve => {
    server.on('upgrade', (request, under, head) =>
      sockets.handleUpgrade(request, under, head, webSocket => {
        socket = under as Socket
        transport = transportOf(webSocket, under)
        resolve()
      }),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await Promise.all([joined, once(client, 'open')])
  stop = async () => {
    client.terminate()
    server.close()
    await once(server, 'close')
  }
})
afterEach(() => stop())

/** The lengths, first and last bytes of so many messages. */
async function heard(count: number): Promise<number[][]> {
  const all: number[][] = []
  return new Promise(resolve => {
    client.on('message', (data: Buffer, isBinary) => {
      all.push([Number(isBinary), data.length, data[0] ?? 0, data.at(-1) ?? 0])
      if (all.length === count) resolve(all)
    })
  })
}

const SIZES = [1, 125, 126, 127, 32_768, 32_769, 65_535, 65_536, 1_000_000]
const messageOf = (size: number) => new Uint8Array(size).fill(size % 251)

describe('the far end of a socket', () => {
  it('gets messages of every size whole and in order, each in one frame', async () => {
    const hears = heard(SIZES.length * 2)
    const messages = SIZES.map(messageOf)
    for (const message of messages) transport.send(message)
    transport.together(() => {
      for (const message of messages) transport.send(message)
    })
    const expected = SIZES.map(size => [1, size, size % 251, size % 251])
    expect(await hears).toEqual([...expected, ...expected])
  })

  it('is told when what waited for a slow reader has left', async () => {
    client.pause()
    const large = messageOf(32 * 1024 * 1024)
    transport.send(large)
    expect(transport.backlog()).toBeGreaterThan(1024 * 1024)
    const drained = new Promise<void>(resolve => transport.whenDrained(resolve))
    client.resume()
    await drained
    expect(transport.backlog()).toBe(0)
  })

  it('hears nothing more once it is closed', async () => {
    const closed = once(client, 'close')
    transport.send(messageOf(5))
    transport.close(1012, 'leaving')
    const { bytesWritten } = socket
    transport.send(messageOf(6))
    expect(socket.bytesWritten).toBe(bytesWritten)
    const [message] = await heard(1)
    expect(message?.[1]).toBe(5)
    expect((await closed)[0]).toBe(1012)
  })
})
