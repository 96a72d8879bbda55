import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type Authorisation, attachSync } from './attachSync.ts'
import { createRooms } from './Rooms.ts'
import { identity } from './testing/Peer.ts'
import { MAP, quiet, type TestRooms, testRooms, textOf } from './testing/testRooms.ts'

let test: TestRooms
let stops: (() => Promise<void> | void)[]

beforeEach(async () => {
  test = await testRooms()
  stops = []
})
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop()
  await test.end()
})

const authorise = async (token: string | null, map: string): Promise<Authorisation> => {
  if (token === null) return { ok: false, code: 4401 }
  if (map !== MAP) return { ok: false, code: 4404 }
  return { ok: true, ...identity(token, token.startsWith('viewer') ? 'viewer' : 'editor'), expiresAt: null }
}

/** A server on a free port over rooms of its own, as a new process would make them. */
async function serve() {
  const rooms = createRooms({ store: test.disk, log: quiet, leaveOver: 0 })
  const server = createServer()
  const detach = attachSync(server, {
    rooms,
    authorise,
    allowedOrigin: () => true,
    addressOf: request => request.socket.remoteAddress ?? '',
    maxSocketsPerAddress: 10,
    log: quiet,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = async () => {
    detach()
    await rooms.stop()
    await closed(server)
  }
  return { rooms, stop, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync` }
}

async function closed(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  if (server.listening) await once(server, 'close')
}

function provide(url: string, token: string) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url, MAP, doc, {
    params: { token },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  stops.push(() => provider.destroy())
  return { doc, provider, synced: async () => provider.synced || (await new Promise(r => provider.once('sync', r))) }
}

async function until(doc: Y.Doc, isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => doc.once('update', resolve))
}

it('keeps both edits when two people type at once, and after the server was stopped and started', async () => {
  const first = await serve()
  const ada = provide(first.url, 'ada')
  const ben = provide(first.url, 'ben')
  await Promise.all([ada.synced(), ben.synced()])
  expect(textOf(ada.doc)).toBe('map')
  ada.doc.getText().insert(3, ' of Ada')
  ben.doc.getText().insert(0, 'Ben’s ')
  await until(ada.doc, () => textOf(ada.doc).startsWith('Ben’s '))
  await until(ben.doc, () => textOf(ben.doc).endsWith(' of Ada'))
  expect(textOf(ada.doc)).toBe('Ben’s map of Ada')
  await first.stop()

  const second = await serve()
  stops.push(second.stop)
  const cat = provide(second.url, 'cat')
  await cat.synced()
  expect(textOf(cat.doc)).toBe('Ben’s map of Ada')
})
