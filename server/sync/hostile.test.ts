import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import { encodeBarrier, encodeStep1, encodeUpdate } from '#shared/protocol/messages.ts'
import type { Authorisation } from './attachSync.ts'
import { REFUSED_PATIENCE } from './limits.ts'
import { turn } from './testing/heldStore.ts'
import { letIn, type SyncServer, syncServer } from './testing/syncServer.ts'
import { MAP, textOf, typed } from './testing/testRooms.ts'

let test: SyncServer
const raws: Socket[] = []
beforeEach(async () => {
  test = await syncServer()
})
afterEach(async () => {
  for (const raw of raws.splice(0)) raw.destroy()
  await test.end()
})

const MEGABYTE = 1024 * 1024

/** Asks for a socket by hand; what the client does then is up to the test. */
async function knock(path: string): Promise<Socket> {
  const raw = connect(test.port, '127.0.0.1')
  raws.push(raw)
  raw.on('error', () => {})
  await once(raw, 'connect')
  const key = Buffer.alloc(16).toString('base64')
  const lines = [`GET ${path} HTTP/1.1`, 'Host: test', 'Upgrade: websocket', 'Connection: Upgrade']
  raw.write([...lines, `Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13', '', ''].join('\r\n'))
  return raw
}

/** The beginning of a binary frame of so many bytes, masked with zeros. */
function frameOf(bytes: number): Buffer {
  const head = Buffer.alloc(14)
  head.writeUInt8(0x82, 0)
  head.writeUInt8(0xff, 1)
  head.writeBigUInt64BE(BigInt(bytes), 2)
  return head
}

describe('a client that nobody knows', () => {
  it('is read no further than its refusal, however much it sends', async () => {
    const raw = await knock(`/sync/${MAP}`)
    await once(raw, 'data')
    raw.write(frameOf(30 * MEGABYTE))
    raw.write(Buffer.alloc(MEGABYTE))
    // Its close is never answered; the server ends the connection by itself.
    raw.resume()
    await once(raw, 'close')
    expect(test.rooms.stats().members).toBe(0)
  })

  it('is cut when it does not answer the close', async () => {
    const raw = await knock(`/sync/${MAP}`)
    raw.resume()
    await once(raw, 'data')
    expect(raw.destroyed).toBe(false)
    test.clock.advance(REFUSED_PATIENCE)
    await once(raw, 'close')
  })

  it('waits unread while its token is being looked at', async () => {
    const looked = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<Authorisation>()
    test.doors.authorise = () => {
      looked.resolve()
      return answer.promise
    }
    const raw = await knock(`/sync/${MAP}?token=t`)
    await looked.promise
    raw.write(frameOf(30 * MEGABYTE))
    raw.write(Buffer.alloc(8 * MEGABYTE))
    for (let index = 0; index < 200; index += 1) await turn()
    const [server] = test.sockets
    expect(server?.bytesRead).toBeLessThan(MEGABYTE)
    answer.resolve({ ok: false, code: 4404 })
  })

  it('holds one of its address’s places while it waits, so that not many wait at a time', async () => {
    let asked = 0
    const answer = Promise.withResolvers<Authorisation>()
    test.doors.authorise = () => {
      asked += 1
      return answer.promise
    }
    for (let index = 0; index < 3; index += 1) test.dial()
    expect((await test.dial().closed).code).toBe(4429)
    expect(asked).toBeLessThanOrEqual(3)
    answer.resolve({ ok: false, code: 4404 })
  })

  it('cannot try one token after the other', async () => {
    let asked = 0
    test.doors.authorise = async () => {
      asked += 1
      return { ok: false, code: 4404 }
    }
    test.doors.mayTry = (address, token) => !(address === 'here' && token === 'guess')
    expect((await test.dial(`/sync/${MAP}?token=guess`).closed).code).toBe(4429)
    expect(asked).toBe(0)
    expect((await test.dial(`/sync/${MAP}?token=other`).closed).code).toBe(4404)
    expect((await test.dial(`/sync/${MAP}?token=guess`, { address: 'elsewhere' }).closed).code).toBe(4404)
  })
})

describe('many who come in one moment', () => {
  it('do not get past the number that one map may have', async () => {
    test.held.holdLoads()
    const clients = ['a', 'b', 'c', 'd'].flatMap(address => [1, 2, 3].map(() => test.dial(undefined, { address })))
    while (test.rooms.stats().rooms === 0 && test.sockets.size < 12) await turn()
    for (const { socket } of clients) while (socket.readyState === 0 && test.sockets.size < 12) await turn()
    test.held.releaseLoads()
    const codes = await Promise.all(
      clients.map(client =>
        Promise.race([
          client.closed.then(({ code }) => code),
          client.until(() => client.heard[0]?.type === 'step1').then(() => 'in'),
        ]),
      ),
    )
    expect(codes.filter(code => code === 'in')).toHaveLength(6)
    expect(codes.filter(code => code === 1013)).toHaveLength(6)
    expect(test.rooms.stats().members).toBe(6)
  })

  it('do not get past the number that the server may have, and are turned away without a look at their tokens', async () => {
    const answer = Promise.withResolvers<Authorisation>()
    let asked = 0
    test.doors.authorise = () => {
      asked += 1
      return answer.promise
    }
    for (let index = 0; index < 12; index += 1) test.dial(undefined, { address: `a${index}` })
    while (asked < 12) await turn()
    expect((await test.dial(undefined, { address: 'late' }).closed).code).toBe(1013)
    expect(asked).toBe(12)
    answer.resolve({ ok: false, code: 4404 })
  })
})

describe('before any sync', () => {
  const cases: [name: string, query: string, code: number][] = [
    ['a client of another version', `v=${DOCUMENT_VERSION + 1}`, 4426],
    ['a client whose version is no number', 'v=new', 4426],
    ['a copy of another epoch', `v=${DOCUMENT_VERSION}&epoch=7`, 4410],
    ['a copy of an epoch that is no number', 'epoch=1%20', 4410],
  ]
  for (const [name, query, code] of cases) {
    it(`${name} is sent away, and nothing that it sends along gets in or is answered`, async () => {
      const client = test.dial(`/sync/${MAP}?token=t&${query}`)
      client.socket.on('open', () => {
        client.socket.send(encodeUpdate(typed(new Y.Doc(), 'erased words')))
        client.socket.send(encodeStep1(Y.encodeStateVector(new Y.Doc())))
        client.socket.send(encodeBarrier(1))
      })
      expect((await client.closed).code).toBe(code)
      expect(client.heard.map(({ type }) => type)).toEqual(['denied'])
      const room = await test.room()
      await room.drained()
      expect(textOf(room.doc)).toBe('map')
      expect(await test.disk.history(MAP)).toHaveLength(1)
    })
  }
})

describe('a socket whose access has ended', () => {
  for (const [how, end] of [
    ['revoked', () => test.rooms.closeWhere(MAP, member => member.link === 'link-editor', 4401)],
    ['expired', () => test.clock.advance(10_000)],
  ] as const) {
    it(`because its link was ${how} is closed at once, and what it goes on sending changes nothing`, async () => {
      test.doors.authorise = async () => letIn(test.clock.now() + 10_000)
      const eve = await test.dialled()
      const ben = await test.dialled(undefined, { address: 'other' })
      test.doors.authorise = async () => letIn()
      end()
      eve.socket.send(encodeUpdate(typed(new Y.Doc(), 'too late')))
      expect((await eve.closed).code).toBe(4401)
      expect((await ben.closed).code).toBe(4401)
      const room = await test.room()
      await room.drained()
      expect(textOf(room.doc)).toBe('map')
    })
  }
})

it('every connection that is turned away is counted under its code, and every change that is taken in is timed', async () => {
  await test.dial(`/sync/${MAP}`).closed
  await test.dial(`/sync/${MAP}`).closed
  await test.dial('/sync/none?token=t').closed
  expect(test.figures.refused).toEqual(
    new Map([
      [4401, 2],
      [4404, 1],
    ]),
  )
  const ada = await test.dialled()
  ada.socket.send(encodeUpdate(typed(new Y.Doc(), 'x')))
  ada.socket.send(encodeStep1(Y.encodeStateVector(new Y.Doc())))
  ada.socket.send(encodeBarrier(1))
  await ada.until(() => ada.heard.some(({ type }) => type === 'barrier'))
  expect(test.figures.apply.family().samples.at(-1)).toMatchObject({ suffix: '_count', value: 1 })
  expect(test.figures.backlog()).toBe(0)
})
