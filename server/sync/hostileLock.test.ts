import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRooms } from './Rooms.ts'
import { identity, Peer } from './testing/Peer.ts'
import { MAP, quiet, type TestRooms, testRooms, textOf, typed } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

const lock = { at: Date.UTC(2026, 0, 2), by: 'person-fay' }

async function saved(peer: Peer, number = 99): Promise<void> {
  peer.barrier(number)
  await peer.until(({ barriers }) => barriers.includes(number))
}

/** What an editor wrote before the lock, and what was refused while the map was locked, in one document. */
async function refusedEdit(): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const ada = await test.join('ada')
  ada.update(typed(doc, 'legal '))
  await saved(ada)
  const room = await test.room()
  await room.setLock(lock)
  ada.update(typed(doc, 'forbidden '))
  expect(ada.all('refused')).toHaveLength(1)
  await room.drained()
  ada.leave()
  return doc
}

/** Tries to bring in everything that a client kept: whole, and as the next change that builds on it. */
function comeBack(peer: Peer, doc: Y.Doc): void {
  peer.step2(Y.encodeStateAsUpdate(doc))
  peer.update(typed(doc, 'and more'))
}

describe('an edit that a lock forbade', () => {
  it('does not come in after the lock, though the map was out of memory meanwhile', async () => {
    const doc = await refusedEdit()
    await test.disk.setLock(MAP, null)
    test.clock.advance(60_000)
    expect(test.rooms.stats().rooms).toBe(0)
    const again = await test.join('ada')
    comeBack(again, doc)
    expect(again.all('refused').length).toBeGreaterThan(0)
    await (await test.room()).drained()
    expect(await test.text()).toContain('legal')
    expect(await test.text()).not.toMatch(/forbidden|and more/)
  })

  it('does not come in after the lock either when the server was started again', async () => {
    const doc = await refusedEdit()
    await test.rooms.stop()
    await test.disk.setLock(MAP, null)
    const room = await createRooms({ store: test.disk, log: quiet, clock: test.clock }).open(MAP)
    if (!room) throw new Error('The map is not there.')
    const again = new Peer(room, identity('ada'))
    comeBack(again, doc)
    await room.drained()
    expect(textOf(room.doc)).toContain('legal')
    expect(textOf(room.doc)).not.toMatch(/forbidden|and more/)
    // Who starts anew, as our client does, writes as before.
    const fresh = new Peer(room, identity('ada'))
    fresh.update(typed(new Y.Doc(), 'fresh'))
    await saved(fresh)
    expect(await test.text()).toContain('fresh')
  })

  it('cannot be brought in by somebody else to whom its author gave it', async () => {
    const doc = await refusedEdit()
    await (await test.room()).setLock(null)
    const eve = await test.join('eve')
    comeBack(eve, doc)
    const fay = await test.join('fay', 'facilitator')
    comeBack(fay, doc)
    await (await test.room()).drained()
    expect(await test.text()).not.toMatch(/forbidden|and more/)
  })
})
