import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MAX_ENCODED, MAX_TOUCHPOINTS } from '#shared/model/limits.ts'
import { CLOSE_SENTENCES } from '#shared/protocol/closeCodes.ts'
import { identity, Peer } from './testing/Peer.ts'
import { MAP, type TestRooms, testRooms, textOf, typed } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

async function saved(peer: Peer, number = 99): Promise<void> {
  peer.barrier(number)
  await peer.until(({ barriers, closed }) => barriers.includes(number) || closed !== null)
}

/** Connections have a rate of their own, so each of these writes over a fresh one. */
async function write(update: Uint8Array): Promise<Peer> {
  const ada = await test.join('ada')
  ada.update(update)
  await saved(ada)
  return ada
}

/** A map with all but so many bytes of what a map may hold. */
async function almostFull(free: number): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const part = Math.floor((MAX_ENCODED - free) / 2)
  for (const letter of ['a', 'b']) expect((await write(typed(doc, letter.repeat(part)))).closed).toBeNull()
  return doc
}

function expectTooLarge(peer: Peer): void {
  expect(peer.closed).toEqual({ code: 4413, reason: CLOSE_SENTENCES[4413] })
  expect(peer.heard.slice(-2)).toEqual([
    { type: 'refused', reason: CLOSE_SENTENCES[4413] },
    { type: 'denied', reason: CLOSE_SENTENCES[4413] },
  ])
}

describe('an editor who makes a map larger than a map may be', () => {
  it('is sent away for good, nothing of the frame stays, and everybody else goes on', async () => {
    const doc = await almostFull(1_000_000)
    const ben = await test.join('ben')
    const room = await test.room()
    const before = { state: Y.encodeStateVector(room.doc), entries: (await test.disk.history(MAP)).length }
    expectTooLarge(await write(typed(doc, 'x'.repeat(2_000_000))))
    expect(Y.encodeStateVector(room.doc)).toEqual(before.state)
    expect(await test.disk.history(MAP)).toHaveLength(before.entries)
    ben.update(typed(new Y.Doc(), 'small'))
    await saved(ben)
    expect(ben.closed).toBeNull()
    expect(textOf(room.doc)).toContain('small')
  })

  it('cannot do it in small steps either', async () => {
    const doc = await almostFull(300_000)
    const ada = await test.join('ada')
    let steps = 0
    for (; ada.closed === null && steps < 10; steps += 1) {
      ada.update(typed(doc, 'x'.repeat(50_000)))
      await saved(ada, steps)
    }
    expectTooLarge(ada)
    expect(steps).toBeGreaterThan(4)
    const { doc: held } = await test.room()
    expect(Y.encodeStateAsUpdate(held).byteLength).toBeLessThanOrEqual(MAX_ENCODED)
  })

  it('may delete, and then there is room again', async () => {
    const doc = await almostFull(1_000)
    expectTooLarge(await write(typed(new Y.Doc(), 'x'.repeat(5_000))))
    const deletion = new Promise<Uint8Array>(resolve => doc.once('update', resolve))
    // In so many pieces that telling of them takes more bytes than are free.
    doc.transact(() => {
      for (let at = 0; at < 2_000; at += 1) doc.getText().delete(at, 1)
      doc.getText().delete(2_000, 100_000)
    })
    expect((await deletion).byteLength).toBeGreaterThan(2_000)
    expect((await write(await deletion)).closed).toBeNull()
    expect((await write(typed(new Y.Doc(), 'y'.repeat(5_000)))).closed).toBeNull()
    expect(await test.text()).toContain('yyy')
  })

  it('who comes back and says again what the map holds is not sent away', async () => {
    const doc = await almostFull(1_000_000)
    const update = typed(doc, ' and a little more')
    expect(update.byteLength).toBeLessThan(1_000)
    const ada = await test.join('ada')
    ada.step2(Y.encodeStateAsUpdate(doc))
    await saved(ada)
    expect(ada.closed).toBeNull()
    expect(await test.text()).toContain('a little more')
  })
})

describe('a map with as many records of one kind as there may be', () => {
  const records = (count: number, prefix: string) => {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (let index = 0; index < count; index += 1) doc.getMap('touchpoints').set(`${prefix}${index}`, index)
    })
    return doc
  }

  it('takes no more of them, and goes on taking changes of those it has', async () => {
    const full = records(MAX_TOUCHPOINTS - 1, 'a')
    expect((await write(Y.encodeStateAsUpdate(full))).closed).toBeNull()
    expectTooLarge(await write(Y.encodeStateAsUpdate(records(2, 'b'))))
    expect((await write(Y.encodeStateAsUpdate(records(1, 'c')))).closed).toBeNull()
    expectTooLarge(await write(Y.encodeStateAsUpdate(records(1, 'd'))))
    const before = Y.encodeStateVector(full)
    full.getMap('touchpoints').set('a7', 'changed')
    expect((await write(Y.encodeStateAsUpdate(full, before))).closed).toBeNull()
    const touchpoints = (await test.room()).doc.getMap('touchpoints')
    expect([touchpoints.size, touchpoints.get('a7')]).toEqual([MAX_TOUCHPOINTS, 'changed'])
  })
})

it('an edit of the server’s own that would make a map too large leaves nothing behind', async () => {
  const room = await test.room()
  const commit = room.commit('ada', doc => doc.getText().insert(0, 'x'.repeat(MAX_ENCODED + 2_000_000)))
  await expect(commit).rejects.toMatchObject({ name: 'MapTooLarge' })
  expect(textOf(room.doc)).toBe('map')
  expect(await test.disk.history(MAP)).toHaveLength(1)
  expect(new Peer(room, identity('ben')).closed).toBeNull()
})
