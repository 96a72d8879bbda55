import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { MESSAGE } from '#shared/protocol/messages.ts'
import { type Authorisation, attachSync } from './attachSync.ts'
import { createRooms } from './Rooms.ts'
import { turn } from './testing/heldStore.ts'
import { identity } from './testing/Peer.ts'
import { docOnDisk, MAP, quiet, type TestRooms, testRooms, textOf } from './testing/testRooms.ts'

let test: TestRooms
let stops: (() => Promise<void> | void)[]

beforeEach(async () => {
  test = await testRooms()
  stops = []
  // The stock client tells the console of every refusal, and of messages that it does not know.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop()
  await test.end()
  vi.restoreAllMocks()
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

function provide(url: string, token: string, map = MAP) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url, map, doc, {
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

it('keeps what was written offline', async () => {
  const server = await serve()
  stops.push(server.stop)
  const ada = provide(server.url, 'ada')
  await ada.synced()
  ada.provider.disconnect()
  ada.doc.getText().insert(3, ' made offline')
  const ben = provide(server.url, 'ben')
  await ben.synced()
  expect(textOf(ben.doc)).toBe('map')
  ada.provider.connect()
  await until(ben.doc, () => textOf(ben.doc) === 'map made offline')
})

it('shows two people to each other, and both to neither once they are gone', async () => {
  const server = await serve()
  stops.push(server.stop)
  const ada = provide(server.url, 'ada')
  const ben = provide(server.url, 'ben')
  const names = ({ provider }: typeof ada) =>
    [...provider.awareness.getStates().values()].map(state => state.user?.name).toSorted()
  const seen = async (peer: typeof ada, names_: unknown[]) => {
    while (JSON.stringify(names(peer)) !== JSON.stringify(names_)) {
      await new Promise<void>(resolve => peer.provider.awareness.once('change', () => resolve()))
    }
  }
  ada.provider.awareness.setLocalStateField('user', { name: 'somebody else' })
  // Each hears of itself only what it said: the name in the token is for the others.
  await seen(ben, ['ada', undefined])
  await seen(ada, ['ben', 'somebody else'])

  ada.provider.disconnect()
  await seen(ben, [undefined])
  ada.provider.connect()
  await seen(ben, ['ada', undefined])
  await seen(ada, ['ben', 'somebody else'])
})

it('lets a viewer read, and sends one that writes away for good', async () => {
  const server = await serve()
  stops.push(server.stop)
  const ada = provide(server.url, 'ada')
  const vic = provide(server.url, 'viewer-vic')
  await Promise.all([ada.synced(), vic.synced()])
  ada.doc.getText().insert(3, '!')
  await until(vic.doc, () => textOf(vic.doc) === 'map!')
  const denied = new Promise<{ code: number }>(resolve => vic.provider.once('closed', resolve))
  vic.doc.getText().insert(0, 'graffiti ')
  expect((await denied).code).toBe(4403)
  expect(vic.provider.shouldConnect).toBe(false)
  expect(await test.text()).toBe('map!')
  expect(textOf(ada.doc)).toBe('map!')
})

it('keeps a locked editor reading, changes nothing of what is on the map, and lets them write when it is open', async () => {
  const server = await serve()
  stops.push(server.stop)
  const ada = provide(server.url, 'ada')
  const ben = provide(server.url, 'ben')
  await Promise.all([ada.synced(), ben.synced()])
  const room = await server.rooms.open(MAP)
  await room?.setLock({ at: 1, by: null })
  const refused = new Promise<void>(resolve => {
    ada.provider.messageHandlers[MESSAGE.refused] = () => resolve()
  })
  ada.doc.getText().insert(0, 'graffiti ')
  await refused
  await room?.commit('', doc => doc.getText().insert(3, '!'))
  await until(ada.doc, () => textOf(ada.doc).endsWith('map!'))
  await until(ben.doc, () => textOf(ben.doc) === 'map!')
  expect(ada.provider.wsconnected).toBe(true)
  await room?.setLock(null)

  // What was refused stays out, also when the same client comes back.
  ada.provider.disconnect()
  ada.provider.connect()
  await ada.synced()
  const anew = provide(server.url, 'ada')
  await anew.synced()
  expect(textOf(anew.doc)).toBe('map!')
  anew.doc.getText().insert(0, 'legal ')
  await until(ben.doc, () => textOf(ben.doc) === 'legal map!')
  await room?.drained()
  expect(await test.text()).toBe('legal map!')
})

it('stops a client whose token does not open the map', async () => {
  const server = await serve()
  stops.push(server.stop)
  const { provider } = provide(server.url, 'ada', 'another-map')
  const closed = await new Promise<{ code: number }>(resolve => provider.once('closed', resolve))
  expect(closed.code).toBe(4404)
})

it('brings everybody to the map that lies on disk, after hundreds of edits over connections that break', async () => {
  const server = await serve()
  stops.push(server.stop)
  const step = fc.record({
    who: fc.nat(2),
    what: fc.oneof(
      { weight: 12, arbitrary: fc.constant('type' as const) },
      { weight: 4, arbitrary: fc.constant('delete' as const) },
      { weight: 4, arbitrary: fc.constant('set' as const) },
      { weight: 1, arbitrary: fc.constant('drop' as const) },
      { weight: 1, arbitrary: fc.constant('disconnect' as const) },
      { weight: 2, arbitrary: fc.constant('connect' as const) },
      { weight: 3, arbitrary: fc.constant('wait' as const) },
    ),
    at: fc.nat(),
    words: fc.string({ minLength: 1, maxLength: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 300, maxLength: 400 }), async steps => {
      const people = ['ada', 'ben', 'cat'].map(name => provide(server.url, name))
      for (const { who, what, at, words } of steps) {
        const person = people[who]
        if (!person) continue
        const text = person.doc.getText()
        const index = at % (text.length + 1)
        if (what === 'type') text.insert(index, words)
        else if (what === 'delete') text.delete(index, Math.min(3, text.length - index))
        else if (what === 'set') person.doc.getMap('quotes').set(`q${at % 5}`, words)
        // The network breaks without a word, in the middle of whatever is on its way.
        else if (what === 'drop') (person.provider.ws as unknown as WebSocket | null)?.terminate()
        else if (what === 'disconnect') person.provider.disconnect()
        else if (what === 'connect') person.provider.connect()
        else await turn()
      }
      for (const { provider } of people) provider.connect()
      await Promise.all(people.map(person => person.synced()))
      const same = (a: Y.Doc, b: Y.Doc) => Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))
      while (!people.every(({ doc }) => people.every(other => same(doc, other.doc)))) {
        await Promise.race(people.map(({ doc }) => new Promise(resolve => doc.once('update', resolve))))
      }
      const room = await server.rooms.open(MAP)
      await room?.drained()
      const disk = await docOnDisk(test.disk)
      for (const { doc, provider } of people) {
        expect(textOf(doc)).toBe(textOf(disk))
        expect(doc.getMap('quotes').toJSON()).toEqual(disk.getMap('quotes').toJSON())
        provider.destroy()
      }
      expect(room && textOf(room.doc)).toBe(textOf(disk))
    }),
    { numRuns: 3 },
  )
})
