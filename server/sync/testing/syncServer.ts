import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { WebSocket } from 'ws'
import { type Message, readMessage } from '#shared/protocol/messages.ts'
import { Figures } from '../../metrics/Figures.ts'
import { type Authorisation, attachSync } from '../attachSync.ts'
import { identity } from './Peer.ts'
import { MAP, quiet, testRooms } from './testRooms.ts'

type Asked = { token: string | null; map: string }

/** What the server is told to answer; tests change it. */
type Doors = {
  authorise(asked: Asked): Promise<Authorisation>
  isAllowedOrigin: boolean
  mayTry(address: string, token: string): boolean
}

export const letIn = (expiresAt: number | null = null): Authorisation => ({ ok: true, ...identity('ada'), expiresAt })

/** Rooms behind real sockets on a free port, with doors and a clock of the test's. */
export async function syncServer() {
  const rooms = await testRooms()
  const doors: Doors = {
    authorise: async ({ token }) => (token === null ? { ok: false, code: 4401 } : letIn()),
    isAllowedOrigin: true,
    mayTry: () => true,
  }
  const figures = new Figures()
  const sockets = new Set<Socket>()
  const server: Server = createServer((_, response) => response.end('page'))
  server.on('connection', socket => sockets.add(socket))
  const detach = attachSync(server, {
    rooms: rooms.rooms,
    authorise: (token, map) => doors.authorise({ token, map }),
    mayTry: (address, token) => doors.mayTry(address, token),
    allowedOrigin: () => doors.isAllowedOrigin,
    addressOf: request => String(request.headers['x-test-address'] ?? 'here'),
    maxSocketsPerAddress: 3,
    log: quiet,
    figures,
    clock: rooms.clock,
    limits: { perMap: 6, inAll: 12, upgrades: { burst: 20, perSecond: 1 } },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `ws://127.0.0.1:${port}`
  const clients: WebSocket[] = []

  /** A hand-made client over a real socket. */
  function dial(path = `/sync/${MAP}?token=t`, options: { address?: string; autoPong?: boolean } = {}) {
    const { address = 'here', autoPong = true } = options
    const socket = new WebSocket(`${url}${path}`, { headers: { 'x-test-address': address }, autoPong })
    clients.push(socket)
    socket.binaryType = 'nodebuffer'
    const heard: Message[] = []
    const frames: Uint8Array[] = []
    let notify = () => {}
    const closed = new Promise<{ code: number; reason: string }>(resolve => {
      socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
    })
    // Whatever goes wrong on it, its end says so.
    socket.on('error', () => {})
    socket.on('message', (data: Buffer) => {
      frames.push(new Uint8Array(data))
      const message = readMessage(new Uint8Array(data))
      if (message) heard.push(message)
      notify()
    })
    return {
      socket,
      closed,
      heard,
      frames,
      async until(isSo: () => boolean) {
        while (!isSo()) {
          await new Promise<void>(resolve => {
            notify = resolve
          })
        }
      },
    }
  }

  async function dialled(...args: Parameters<typeof dial>) {
    const client = dial(...args)
    await client.until(() => client.heard.length > 0)
    return client
  }

  async function end(): Promise<void> {
    for (const client of clients) client.terminate()
    detach()
    for (const socket of sockets) socket.destroy()
    server.closeAllConnections()
    server.close()
    if (server.listening) await once(server, 'close')
    await rooms.rooms.stop()
    await rooms.end()
  }

  return { ...rooms, doors, figures, url, port, sockets, dial, dialled, end }
}

export type SyncServer = Awaited<ReturnType<typeof syncServer>>
