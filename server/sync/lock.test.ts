import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { REFUSALS } from '#shared/protocol/closeCodes.ts'
import { OPEN_SESSION, readSession } from '#shared/protocol/session.ts'
import { createRooms } from './Rooms.ts'
import type { Peer } from './testing/Peer.ts'
import { MAP, quiet, type TestRooms, testRooms, textOf, typed } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

const by = { at: Date.UTC(2026, 0, 2), by: 'person-fay' }

async function setLock(lock: typeof by | null): Promise<void> {
  await (await test.room()).setLock(lock)
}

async function saved(peer: Peer, number = 99): Promise<void> {
  peer.barrier(number)
  await peer.until(({ barriers }) => barriers.includes(number))
}

const reasons = (peer: Peer) => peer.all('refused').map(({ reason }) => reason)
const sessions = (peer: Peer) => peer.all('session').map(({ state }) => readSession(state))

describe('while the map is locked', () => {
  it('an editor changes nothing, stays, and goes on seeing what a facilitator does', async () => {
    const [ada, fay] = [await test.join('ada'), await test.join('fay', 'facilitator')]
    await setLock(by)
    ada.update(typed(new Y.Doc(), 'forged'))
    ada.step2(Y.encodeStateAsUpdate(ada.doc))
    expect(reasons(ada)).toEqual([REFUSALS.locked])
    expect(ada.closed).toBeNull()
    fay.update(typed(new Y.Doc(), 'decided'))
    await saved(fay)
    await ada.until(peer => textOf(peer.doc).includes('decided'))
    expect(await test.text()).not.toContain('forged')
    expect(textOf((await test.room()).doc)).not.toContain('forged')
  })

  it('an editor cannot delete either', async () => {
    const ada = await test.join('ada')
    ada.step1()
    await setLock(by)
    const { doc } = ada
    const deletion = new Promise<Uint8Array>(resolve => doc.once('update', resolve))
    doc.getText().delete(0, 3)
    ada.update(await deletion)
    expect(reasons(ada)).toEqual([REFUSALS.locked])
    expect(textOf((await test.room()).doc)).toBe('map')
  })

  it('nothing refused is called saved, until the client starts anew', async () => {
    const ada = await test.join('ada')
    await setLock(by)
    ada.update(typed(new Y.Doc(), 'forged'))
    ada.barrier(1)
    expect(ada.barriers).toEqual([])
    ada.step2(Y.encodeStateAsUpdate(new Y.Doc()))
    expect(ada.barriers).toEqual([1])
  })

  it('what waited for an edit of the server’s own is refused too', async () => {
    const ada = await test.join('ada')
    const room = await test.room()
    test.held.hold()
    const commit = room.commit('server', doc => doc.getText().insert(0, 'own '))
    const append = await test.held.append()
    ada.update(typed(new Y.Doc(), 'late'))
    await setLock(by)
    await append.release()
    await commit
    expect(reasons(ada)).toEqual([REFUSALS.locked])
    expect(textOf(room.doc)).toBe('own map')
  })

  it('readers are sent away as ever', async () => {
    await setLock(by)
    const eve = await test.join('eve', 'contributor')
    eve.update(typed(new Y.Doc(), 'forged'))
    expect(eve.closed?.code).toBe(4403)
  })
})

describe('a change that was refused', () => {
  it('stays out when the map is open again, with all that builds on it, and a new client writes as before', async () => {
    const ada = await test.join('ada')
    const doc = new Y.Doc()
    await setLock(by)
    ada.update(typed(doc, 'refused '))
    await setLock(null)
    ada.update(typed(doc, 'later '))
    ada.step2(Y.encodeStateAsUpdate(doc))
    expect(reasons(ada)).toEqual([REFUSALS.locked, REFUSALS.refusedBefore, REFUSALS.refusedBefore])
    const again = await test.join('ada')
    again.step2(Y.encodeStateAsUpdate(doc))
    expect(reasons(again)).toEqual([REFUSALS.refusedBefore])

    const fresh = await test.join('ada')
    fresh.update(typed(new Y.Doc(), 'legal'))
    await saved(fresh)
    expect(await test.text()).toContain('legal')
    expect(await test.text()).not.toMatch(/refused|later/)
  })

  it('bars nobody who only repeats what the map holds', async () => {
    const [ada, ben] = [await test.join('ada'), await test.join('ben')]
    const doc = new Y.Doc()
    ada.update(typed(doc, 'mine '))
    await saved(ada)
    await setLock(by)
    const before = Y.encodeStateAsUpdate(doc)
    ada.update(typed(doc, 'refused'))
    await setLock(null)
    ben.step2(before)
    ben.update(typed(new Y.Doc(), 'fine'))
    await saved(ben)
    expect(reasons(ben)).toEqual([])
    expect(await test.text()).toContain('fine')
  })
})

describe('a lock', () => {
  it('is told to everybody who is here, and to who comes', async () => {
    const ada = await test.join('ada')
    expect(sessions(ada)).toEqual([])
    await setLock(by)
    const vic = await test.join('vic', 'viewer')
    await setLock(null)
    const locked = { locked: true, lockedAt: '2026-01-02T00:00:00.000Z', lockedBy: 'person-fay', storage: 'working' }
    const open = OPEN_SESSION
    for (const peer of [ada, vic]) expect(sessions(peer)).toEqual([locked, open])
    expect(vic.heard.slice(0, 2).map(({ type }) => type)).toEqual(['step1', 'session'])
  })

  it('outlives the server', async () => {
    await setLock(by)
    const room = await createRooms({ store: test.disk, log: quiet, clock: test.clock }).open(MAP)
    expect(room?.session).toMatchObject({ locked: true, lockedBy: 'person-fay' })
  })

  it('that cannot be written does not hold', async () => {
    const ada = await test.join('ada')
    const room = await test.room()
    await test.disk.deleteMap(MAP)
    await expect(room.setLock(by)).rejects.toMatchObject({ code: 'unknown_map' })
    expect(room.session.locked).toBe(false)
    expect(sessions(ada)).toEqual([])
  })
})
