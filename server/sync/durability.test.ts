import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readSession } from '#shared/protocol/session.ts'
import { StoreError } from '../storage/StoreError.ts'
import { UNSAVED } from './limits.ts'
import { turn } from './testing/heldStore.ts'
import { Peer } from './testing/Peer.ts'
import { MAP, type TestRooms, testRooms, textOf, typed } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

describe('what people are shown', () => {
  it('is on disk: no barrier is answered and nobody sees an edit before that', async () => {
    const ada = await test.join('ada')
    const ben = await test.join('ben')
    test.held.hold()
    ada.update(typed(new Y.Doc(), 'new'))
    ada.barrier(7)
    const append = await test.held.append()
    await turn()
    expect(ada.barriers).toEqual([])
    expect(ben.all('update')).toEqual([])
    expect(await test.text()).toBe('map')

    await append.release()
    expect(ada.barriers).toEqual([7])
    expect(textOf(ben.doc)).toBe('new')
    expect(ada.all('update')).toEqual([])
    expect(await test.text()).toMatch(/new/)
  })

  it('is on disk for those who join, too, also while others go on editing', async () => {
    const ada = await test.join('ada')
    const doc = new Y.Doc()
    test.held.hold()
    ada.update(typed(doc, 'first '))
    const first = await test.held.append()
    const ben = await test.join('ben')
    ben.step1()
    ada.update(typed(doc, 'second'))
    await turn()
    expect(ben.all('step2')).toEqual([])

    await first.release()
    const second = await test.held.append()
    expect(ben.all('step2')).toHaveLength(1)
    expect(textOf(ben.doc)).toContain('first ')
    expect(textOf(ben.doc)).not.toContain('second')
    await second.release()
    expect(textOf(ben.doc)).toContain('first second')
  })

  it('answers at once when nothing waits for the disk, readers too', async () => {
    const ada = await test.join('ada')
    const vic = await test.join('vic', 'viewer')
    for (const peer of [ada, vic]) {
      peer.step1()
      peer.barrier(1)
      expect(textOf(peer.doc)).toBe('map')
      expect(peer.barriers).toEqual([1])
    }
  })

  it('is asked for what it has before anything else', async () => {
    const ada = await test.join('ada')
    expect(ada.heard[0]?.type).toBe('step1')
  })
})

describe('the log', () => {
  it('holds one entry for each author of a turn, in order, and shows all of it as one change', async () => {
    const [ada, ben, cat] = [await test.join('ada'), await test.join('ben'), await test.join('cat')]
    const [adas, bens] = [new Y.Doc(), new Y.Doc()]
    ada.update(typed(adas, 'a1'))
    ben.update(typed(bens, 'b1'))
    ada.update(typed(adas, 'a2'))
    await cat.until(peer => peer.all('update').length > 0)
    expect(cat.all('update')).toHaveLength(1)
    expect((await test.disk.history(MAP)).map(entry => entry.author)).toEqual(['', 'person-ada', 'person-ben'])
    for (const words of ['a1a2', 'b1']) {
      expect(textOf(cat.doc)).toContain(words)
      expect(await test.text()).toContain(words)
    }
  })

  it('gets nothing from frames that change nothing', async () => {
    const ada = await test.join('ada')
    const update = typed(new Y.Doc(), 'once')
    ada.update(update)
    ada.barrier(1)
    await ada.until(peer => peer.barriers.length === 1)
    ada.update(update)
    ada.step2(update)
    ada.barrier(2)
    expect(ada.barriers).toEqual([1, 2])
    expect(await test.disk.history(MAP)).toHaveLength(2)
  })

  it('names the link where there is no person', async () => {
    const room = await test.room()
    const script = new Peer(room, { role: 'editor', person: null, link: 'link-7' })
    script.update(typed(new Y.Doc(), 'x'))
    script.barrier(1)
    await script.until(peer => peer.barriers.length === 1)
    expect((await test.disk.history(MAP)).at(-1)?.author).toBe('link-7')
  })
})

describe('a disk that fails', () => {
  it('loses no edit and confirms none, until it works again', async () => {
    const ada = await test.join('ada')
    const ben = await test.join('ben')
    const doc = new Y.Doc()
    test.held.hold()
    ada.update(typed(doc, 'one '))
    ada.barrier(1)
    await (await test.held.append()).fail(new StoreError('full', 'no room'))
    ada.update(typed(doc, 'two'))
    ada.barrier(2)
    await turn()
    expect(test.rooms.stats().failing).toBe(1)
    for (const pause of [250, 500, 1_000]) {
      test.clock.advance(pause - 1)
      expect(test.held.waiting).toBe(0)
      test.clock.advance(1)
      await (await test.held.append()).fail(new StoreError('failed', 'still no room'))
    }
    expect(ada.barriers).toEqual([])
    expect(ada.closed).toBeNull()

    test.clock.advance(2_000)
    await (await test.held.append()).release()
    expect(ada.barriers).toEqual([1])
    await (await test.held.append()).release()
    expect(ada.barriers).toEqual([1, 2])
    expect(textOf(ben.doc)).toBe('one two')
    expect(await test.text()).toContain('one two')
    expect(test.rooms.stats().failing).toBe(0)
  })

  it('writes only those of several authors again that did not succeed', async () => {
    const [ada, ben] = [await test.join('ada'), await test.join('ben')]
    test.held.hold()
    ada.update(typed(new Y.Doc(), 'A'))
    ben.update(typed(new Y.Doc(), 'B'))
    ben.barrier(1)
    const [adas, bens] = [await test.held.append(), await test.held.append()]
    await bens.release()
    await adas.fail(new StoreError('full', 'no room'))
    expect(ben.barriers).toEqual([])
    test.clock.advance(250)
    const again = await test.held.append()
    expect(again.by.author).toBe('person-ada')
    await again.release()
    expect(ben.barriers).toEqual([1])
    expect((await test.disk.history(MAP)).map(entry => entry.author)).toEqual(['', 'person-ben', 'person-ada'])
  })

  it('is told to everybody in the room and to who comes, and so is that it works again', async () => {
    const ada = await test.join('ada')
    test.held.hold()
    ada.update(typed(new Y.Doc(), 'one'))
    await (await test.held.append()).fail(new StoreError('full', 'no room'))
    const vic = await test.join('vic', 'viewer')
    test.clock.advance(250)
    await (await test.held.append()).fail(new StoreError('full', 'no room'))
    test.clock.advance(500)
    await (await test.held.append()).release()
    const told = (peer: Peer) => peer.all('session').map(({ state }) => readSession(state).storage)
    for (const peer of [ada, vic]) expect(told(peer)).toEqual(['failing', 'working'])
    expect((await test.join('ben')).all('session')).toEqual([])
  })

  it('makes the server keep only so much; the rest waits in browsers, and arrives when it works again', async () => {
    const [ada, ben] = [await test.join('ada'), await test.join('ben')]
    test.held.hold()
    const doc = new Y.Doc()
    ada.update(typed(doc, 'x'.repeat(UNSAVED - 1_000_000)))
    // Deleted again, so that it is what waits that gets too much, and not the map.
    doc.once('update', deletion => ada.update(deletion))
    doc.getText().delete(0, UNSAVED - 1_000_000)
    ada.update(typed(doc, 'x'.repeat(1_000_000)))
    const [large, late] = [await test.held.append(), new Y.Doc()]
    await large.fail(new StoreError('full', 'no room'))
    ben.step2(Y.encodeStateAsUpdate(new Y.Doc()))
    expect(ben.closed).toBeNull()
    ben.update(typed(late, 'late'))
    expect(ben.closed?.code).toBe(1013)
    expect(textOf((await test.room()).doc)).not.toContain('late')
    test.clock.advance(250)
    await (await test.held.append()).release()
    test.held.letGo()
    const again = await test.join('ben')
    again.step2(Y.encodeStateAsUpdate(late))
    again.barrier(1)
    await again.until(({ barriers }) => barriers.length > 0)
    expect(await test.text()).toContain('late')
  })

  it('keeps the room in memory, though nobody is there', async () => {
    const ada = await test.join('ada')
    test.held.hold()
    ada.update(typed(new Y.Doc(), 'late'))
    await (await test.held.append()).fail(new StoreError('full', 'no room'))
    ada.leave()
    test.clock.advance(200)
    expect(test.rooms.stats().rooms).toBe(1)
    test.clock.advance(60_000)
    await (await test.held.append()).release()
    test.clock.advance(60_000)
    expect(test.rooms.stats().rooms).toBe(0)
    expect(await test.text()).toContain('late')
  })

  it('ends the room when the store can never take it, so that everybody comes back later', async () => {
    const ada = await test.join('ada')
    test.held.hold()
    ada.update(typed(new Y.Doc(), 'x'))
    await (await test.held.append()).fail(new StoreError('broken', 'gone'))
    expect(ada.closed?.code).toBe(1013)
    expect(test.rooms.stats().rooms).toBe(0)
  })

  it('closes the sockets of a map that was deleted meanwhile', async () => {
    const ada = await test.join('ada')
    await test.disk.deleteMap(MAP)
    ada.update(typed(new Y.Doc(), 'x'))
    await ada.until(peer => peer.closed !== null)
    expect(ada.closed?.code).toBe(4404)
  })
})
