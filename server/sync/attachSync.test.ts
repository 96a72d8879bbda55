import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import { MAX_ENCODED } from '#shared/model/limits.ts'
import { CLOSE_SENTENCES } from '#shared/protocol/closeCodes.ts'
import { encodeBarrier, encodeUpdate, KEEP_ALIVE } from '#shared/protocol/messages.ts'
import type { Authorisation } from './attachSync.ts'
import { letIn, type SyncServer, syncServer } from './testing/syncServer.ts'
import { MAP, typed } from './testing/testRooms.ts'

let test: SyncServer
beforeEach(async () => {
  test = await syncServer()
})
afterEach(() => test.end())

const dial: SyncServer['dial'] = (...args) => test.dial(...args)
const dialled: SyncServer['dialled'] = (...args) => test.dialled(...args)

describe('a refusal', () => {
  const cases: [name: string, path: string, code: keyof typeof CLOSE_SENTENCES, arrange?: () => void][] = [
    ['without a token', `/sync/${MAP}`, 4401],
    [
      'with a token of another map',
      `/sync/${MAP}?token=t`,
      4404,
      () => {
        test.doors.authorise = async () => ({ ok: false, code: 4404 })
      },
    ],
    ['for a map that is gone', '/sync/none?token=t', 4404],
    [
      'for a page of another origin',
      `/sync/${MAP}?token=t`,
      4403,
      () => {
        test.doors.isAllowedOrigin = false
      },
    ],
    ['for a client of another version', `/sync/${MAP}?token=t&v=${DOCUMENT_VERSION + 1}`, 4426],
    ['for a copy of another epoch', `/sync/${MAP}?token=t&v=${DOCUMENT_VERSION}&epoch=2`, 4410],
    [
      'while the store is out of order',
      `/sync/${MAP}?token=t`,
      1013,
      () => {
        test.doors.authorise = async () => {
          throw new Error('no')
        }
      },
    ],
  ]
  for (const [name, path, code, arrange] of cases) {
    it(`${name} is upgraded, says why, and closes with ${code}`, async () => {
      arrange?.()
      const client = dial(path)
      expect(await client.closed).toEqual({ code, reason: CLOSE_SENTENCES[code] })
      expect(client.heard).toEqual([{ type: 'denied', reason: CLOSE_SENTENCES[code] }])
    })
  }

  it('meets more sockets from one address than are allowed, until one of them is closed', async () => {
    const three = [await dialled(), await dialled(), await dialled()]
    expect((await dial().closed).code).toBe(4429)
    await dialled(undefined, { address: 'elsewhere' })
    three[0]?.socket.close()
    await three[0]?.closed
    await dialled()
  })

  it('is not needed for the right version and epoch', async () => {
    const client = await dialled(`/sync/${MAP}?token=t&v=${DOCUMENT_VERSION}&epoch=1`)
    expect(client.heard[0]?.type).toBe('step1')
  })

  it('leaves other addresses of the server to others', async () => {
    const socket = new WebSocket(`${test.url}/elsewhere`)
    const [error] = await once(socket, 'error')
    expect(error).toBeInstanceOf(Error)
    const page = await fetch(test.url.replace('ws:', 'http:'))
    expect(await page.text()).toBe('page')
  })
})

describe('a socket', () => {
  it('carries one message in each frame, and gets its barrier back', async () => {
    const client = await dialled()
    client.socket.send(encodeUpdate(typed(new Y.Doc(), 'x')))
    client.socket.send(encodeBarrier(300))
    await client.until(() => client.heard.some(({ type }) => type === 'barrier'))
    expect(client.heard.at(-1)).toEqual({ type: 'barrier', number: 300 })
    expect(await test.disk.history(MAP)).toHaveLength(2)
  })

  it('closes in the moment in which the access expires', async () => {
    test.doors.authorise = async () => letIn(test.clock.now() + 10_000)
    const client = await dialled()
    test.clock.advance(9_999)
    expect(test.rooms.stats().members).toBe(1)
    test.clock.advance(1)
    expect((await client.closed).code).toBe(4401)
  })

  it('closes when its link is revoked while it is being let in', async () => {
    const looked = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<Authorisation>()
    test.doors.authorise = () => {
      looked.resolve()
      return answer.promise
    }
    const client = dial()
    await looked.promise
    test.rooms.closeWhere(MAP, member => member.link === 'link-editor', 4401)
    answer.resolve(letIn())
    expect((await client.closed).code).toBe(4401)
    expect(client.heard.map(({ type }) => type)).toEqual(['denied'])
  })

  it('is told to come back when the server leaves, also when it comes too late', async () => {
    const client = await dialled()
    await test.rooms.stop()
    expect((await client.closed).code).toBe(1012)
    expect((await dial().closed).code).toBe(1012)
  })

  it('that sends text or more than a map may hold is closed', async () => {
    const [text, large] = [await dialled(), await dialled()]
    text.socket.send('hello')
    expect((await text.closed).code).toBe(4500)
    large.socket.on('error', () => {})
    large.socket.send(new Uint8Array(MAX_ENCODED + 1))
    expect((await large.closed).code).toBe(4413)
    expect(large.heard.at(-1)?.type).toBe('denied')
    expect(test.rooms.stats().members).toBe(0)
  })

  it('hears something every 12 seconds, which the stock client takes without a word', async () => {
    const client = await dialled()
    const before = client.frames.length
    test.clock.advance(12_000)
    await client.until(() => client.frames.length === before + 1)
    expect(client.frames.at(-1)).toEqual(KEEP_ALIVE)
    expect([...KEEP_ALIVE]).toEqual([1, 1, 0])
  })

  it('that gives no sign of life is gone within 45 seconds, and one that does stays', async () => {
    const dead = await dialled(undefined, { autoPong: false })
    const alive = await dialled()
    for (const round of [1, 2, 3, 4]) {
      const ping = once(alive.socket, 'ping')
      test.clock.advance(12_000)
      await ping
      // What is sent after the pong shows that the pong has arrived.
      alive.socket.send(encodeBarrier(round))
      await alive.until(() => alive.heard.some(message => message.type === 'barrier' && message.number === round))
      expect(test.rooms.stats().members).toBe(round < 3 ? 2 : 1)
    }
    expect((await dead.closed).code).toBe(1006)
    expect(alive.socket.readyState).toBe(WebSocket.OPEN)
  })
})

describe('too many', () => {
  it('people on one map come in when somebody has left', async () => {
    const first = await dialled(undefined, { address: 'a0' })
    for (let index = 1; index < 6; index += 1) await dialled(undefined, { address: `a${index}` })
    expect((await dial(undefined, { address: 'late' }).closed).code).toBe(1013)
    first.socket.close()
    await first.closed
    const room = await test.room()
    while (room.members.size === 6) await new Promise(resolve => setImmediate(resolve))
    const late = await dialled(undefined, { address: 'late' })
    expect(late.heard[0]?.type).toBe('step1')
  })

  it('sockets in a short time from one address are turned away, those of others are not, and time mends it', async () => {
    test.doors.authorise = async () => ({ ok: false, code: 4401 })
    for (let index = 0; index < 20; index += 1) expect((await dial().closed).code).toBe(4401)
    expect((await dial().closed).code).toBe(4429)
    expect((await dial(undefined, { address: 'other' }).closed).code).toBe(4401)
    test.clock.advance(1_000)
    expect((await dial().closed).code).toBe(4401)
  })
})
