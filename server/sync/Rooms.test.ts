import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { StoreError } from '../storage/StoreError.ts'
import { openSqliteStore } from '../storage/sqlite/SqliteStore.ts'
import { createRooms } from './Rooms.ts'
import { turn } from './testing/heldStore.ts'
import { identity, Peer } from './testing/Peer.ts'
import { MAP, quiet, type TestRooms, testRooms, textOf, textOnDisk, typed } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

/** Node hands its garbage collector out only when asked to by a flag. */
setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const type = (words: string) => (doc: Y.Doc) => doc.getText().insert(doc.getText().length, words)

async function saved(peer: Peer, number = 99): Promise<void> {
  peer.barrier(number)
  await peer.until(({ barriers }) => barriers.includes(number))
}

describe('an edit of the server’s own', () => {
  it('is one log entry with what goes alongside, on disk before it is answered or shown', async () => {
    const ada = await test.join('ada')
    test.held.hold()
    const originals = [{ quote: 'q1', text: 'words', row: '{}' }]
    const seq = test.rooms.with(MAP, room =>
      room.commit(
        'person-ben',
        doc => {
          type(' and')(doc)
          type(' more')(doc)
        },
        { originals },
      ),
    )
    const append = await test.held.append()
    await turn()
    expect(ada.all('update')).toEqual([])
    await append.release()
    expect(await seq).toBe(2)
    expect(ada.all('update')).toHaveLength(1)
    expect(await test.text()).toBe('map and more')
    expect((await test.disk.history(MAP)).at(-1)).toMatchObject({ seq: 2, author: 'person-ben' })
    expect(await test.disk.listOriginals(MAP)).toEqual(originals)
  })

  it('has the document to itself while frames wait their turn', async () => {
    const ada = await test.join('ada')
    test.held.hold()
    const doc = new Y.Doc()
    ada.update(typed(doc, 'before '))
    const commit = (await test.room()).commit('ben', type(' commit'))
    ada.update(typed(doc, 'after'))
    ada.barrier(1)
    for (const author of ['person-ada', 'ben', 'person-ada']) {
      expect(ada.barriers).toEqual([])
      const append = await test.held.append()
      expect(append.by.author).toBe(author)
      await append.release()
    }
    expect(await commit).toBe(3)
    expect(ada.barriers).toEqual([1])
    for (const words of ['before ', ' commit', 'after']) expect(await test.text()).toContain(words)
  })

  it('that cannot be written leaves nothing behind, in memory either, and others go on', async () => {
    const ada = await test.join('ada')
    const room = await test.room()
    test.held.hold()
    const refused = expect(room.commit('ben', type(' lost'))).rejects.toMatchObject({ code: 'full' })
    await (await test.held.append()).fail(new StoreError('full', 'no room'))
    await refused
    test.held.letGo()
    expect(textOf(room.doc)).toBe('map')
    ada.update(typed(new Y.Doc(), 'kept'))
    await saved(ada)
    expect(textOf(room.doc)).toBe(await test.text())
    expect(await test.text()).not.toContain('lost')
    expect(await room.commit('ben', type(' again'))).toBe(3)
    ada.step1()
    expect(textOf(ada.doc)).toBe(await test.text())
  })

  it('whose change throws leaves nothing behind', async () => {
    const room = await test.room()
    const commit = room.commit('ben', doc => {
      type(' half')(doc)
      throw new Error('our own bug')
    })
    await expect(commit).rejects.toThrow('our own bug')
    expect(textOf(room.doc)).toBe('map')
    expect(await test.text()).toBe('map')
  })

  it('that changes nothing makes no entry, unless something goes alongside', async () => {
    const room = await test.room()
    expect(await room.commit('ben', () => {})).toBe(1)
    const alongside = { import: { id: 'i1', person: 'ben', at: 5, added: '{}' } }
    expect(await room.commit('ben', () => {}, alongside)).toBe(2)
    expect(await room.commit('ben', type('!'), { takesBack: 'i1' })).toBe(3)
    await expect(room.commit('ben', type('?'), { takesBack: 'i1' })).rejects.toMatchObject({ code: 'unknown_import' })
    expect(textOf(room.doc)).toBe('map!')
  })

  it('is refused at once while the disk fails, instead of hanging', async () => {
    const ada = await test.join('ada')
    test.held.hold()
    ada.update(typed(new Y.Doc(), 'x'))
    const refused = expect((await test.room()).commit('ben', type('?'))).rejects.toMatchObject({ code: 'full' })
    await (await test.held.append()).fail(new StoreError('full', 'no room'))
    await refused
    await expect((await test.room()).commit('ben', type('?'))).rejects.toMatchObject({ code: 'full' })
  })

  it('sees a map that is there, and says when there is none', async () => {
    expect(await test.rooms.with(MAP, ({ doc }) => textOf(doc))).toBe('map')
    await expect(test.rooms.with('none', () => 1)).rejects.toMatchObject({ name: 'StoreError', code: 'unknown_map' })
    expect(await test.rooms.open('none')).toBeNull()
    expect(test.rooms.stats().rooms).toBe(1)
  })
})

describe('loading and unloading', () => {
  it('loads once for all who come at the same time', async () => {
    test.held.holdLoads()
    const joins = [test.join('ada'), test.join('ben'), test.join('cat')]
    test.held.releaseLoads()
    const peers = await Promise.all(joins)
    expect(test.rooms.stats()).toMatchObject({ rooms: 1, members: 3, failing: 0 })
    for (const peer of peers) {
      peer.step1()
      expect(textOf(peer.doc)).toBe('map')
    }
  })

  it('forgets a room that nobody uses after a while, and finds everything again', async () => {
    const ada = await test.join('ada')
    ada.update(typed(new Y.Doc(), ' kept'))
    ada.leave()
    await (await test.room()).drained()
    await turn()
    test.clock.advance(9_999)
    expect(test.rooms.stats().rooms).toBe(1)
    test.clock.advance(1)
    expect(test.rooms.stats().rooms).toBe(0)
    const ben = await test.join('ben')
    ben.step1()
    expect(textOf(ben.doc)).toContain(' kept')
  })

  it('leaves nothing of a room in memory once it is forgotten, whatever went on in it', async () => {
    const traces: WeakRef<object>[] = []
    await (async () => {
      const [ada, ben] = [await test.join('ada'), await test.join('ben')]
      const room = await test.room()
      traces.push(new WeakRef(room), new WeakRef(room.doc), ...[...room.members].map(member => new WeakRef(member)))
      ada.aware({ client: 1, clock: 1, state: {} })
      ben.moves(1, 2, { cursor: null, hand: null })
      ben.waiting = 1_000_000
      ada.update(typed(new Y.Doc(), ' kept'))
      await saved(ada)
      test.clock.advance(1_000)
      ada.leave()
      ben.leave()
    })()
    test.clock.advance(60_000)
    expect(test.rooms.stats().rooms).toBe(0)
    // Turns of the event loop, so that nothing is held by what was awaited last.
    for (let round = 0; round < 20 && traces.some(trace => trace.deref()); round += 1) {
      await turn()
      collectGarbage()
    }
    expect(traces.filter(trace => trace.deref())).toEqual([])
  })

  it('keeps a room for those who come back in time, and for those who use it without a socket', async () => {
    const ada = await test.join('ada')
    const room = await test.room()
    ada.leave()
    test.clock.advance(6_000)
    const back = await test.join('ada')
    test.clock.advance(60_000)
    expect(await test.room()).toBe(room)
    back.leave()
    const used = Promise.withResolvers<void>()
    const using = test.rooms.with(MAP, () => used.promise)
    await turn()
    test.clock.advance(60_000)
    expect(await test.room()).toBe(room)
    used.resolve()
    await using
    test.clock.advance(60_000)
    expect(room.isOpen).toBe(false)
  })

  it('forgets the room of a script that wrote once', async () => {
    await test.rooms.with(MAP, room => room.commit('ben', type('!')))
    test.clock.advance(60_000)
    expect(test.rooms.stats().rooms).toBe(0)
  })

  it('never unloads what is not on disk, and a return in that moment finds it', async () => {
    const ada = await test.join('ada')
    test.held.hold()
    ada.update(typed(new Y.Doc(), ' slow'))
    ada.leave()
    const append = await test.held.append()
    test.clock.advance(60_000)
    expect(test.rooms.stats().rooms).toBe(1)
    const back = await test.join('ben')
    back.step1()
    expect(back.all('step2')).toEqual([])
    await append.release()
    expect(textOf(back.doc)).toContain(' slow')
  })

  it('folds a long log into a snapshot when the room is left', async () => {
    const ada = await test.join('ada')
    const doc = new Y.Doc()
    for (let i = 0; i < 501; i += 1) {
      ada.update(typed(doc, 'x'))
      await saved(ada, i)
    }
    const compacted = test.held.compacted()
    ada.leave()
    test.clock.advance(60_000)
    expect(await compacted).toBe(502)
    const loaded = await test.disk.load(MAP)
    expect(loaded?.snapshot).not.toBeNull()
    expect(loaded?.seq).toBe(502)
    expect(await test.text()).toContain('x'.repeat(501))
  })

  it('folds a long log also while people go on editing', async () => {
    const ada = await test.join('ada')
    const doc = new Y.Doc()
    const compacted = test.held.compacted()
    for (let i = 0; i < 3; i += 1) {
      ada.update(typed(doc, `${i}`.repeat(6 * 1024 * 1024)))
      await saved(ada, i)
    }
    expect(await compacted).toBe(4)
    ada.update(typed(doc, 'after'))
    await saved(ada, 9)
    expect(ada.closed).toBeNull()
    expect((await test.disk.load(MAP))?.updates).toHaveLength(1)
    expect(await test.text()).toContain('2after')
  })

  it('cuts a damaged log at its last good entry, says so, goes on, and takes back in what a browser still has', async () => {
    const ada = await test.join('ada')
    const lost = typed(new Y.Doc(), 'torn')
    ada.update(lost)
    await saved(ada)
    await test.rooms.stop()
    await test.disk.close()
    const db = new DatabaseSync(join(test.folder, 'verbatim.db'))
    db.exec('UPDATE log SET bytes = zeroblob(length(bytes)) WHERE seq = 2')
    db.close()
    const disk = await openSqliteStore(test.folder)
    const told: unknown[] = []
    const log = { ...quiet, error: (...words: unknown[]) => told.push(words) }
    const rooms = createRooms({ store: disk, log, clock: test.clock })
    expect(await rooms.with(MAP, ({ doc }) => textOf(doc))).toBe('map')
    expect(told).toMatchObject([
      [{ map: MAP, seq: 1, entries: 1 }, expect.stringContaining('cut at its last good entry')],
    ])
    const room = await rooms.open(MAP)
    expect(room?.isDamaged).toBe(false)
    if (!room) throw new Error('The map does not open.')
    const back = new Peer(room, identity('ada'))
    back.update(lost)
    await saved(back)
    expect(await rooms.with(MAP, ({ doc }) => textOf(doc))).toContain('torn')
    expect((await disk.load(MAP))?.damaged).toBeNull()
    await disk.close()
  })
})

describe('closing', () => {
  it('ends the sockets of a revoked link and its people, and nobody else’s', async () => {
    const [ada, ben] = [await test.join('ada'), await test.join('ben', 'viewer')]
    test.rooms.closeWhere(MAP, member => member.link === 'link-viewer', 4401)
    expect(ben.closed?.code).toBe(4401)
    expect(ben.heard.at(-1)).toMatchObject({ type: 'denied', reason: expect.stringContaining('revoked') })
    expect(ada.closed).toBeNull()
    ben.update(typed(new Y.Doc(), 'still here'))
    expect(test.rooms.stats().members).toBe(1)
  })

  it('ends all sockets of a deleted map and forgets it', async () => {
    const [ada, ben] = [await test.join('ada'), await test.join('ben')]
    await test.disk.deleteMap(MAP)
    await test.rooms.closeMap(MAP)
    expect([ada.closed?.code, ben.closed?.code]).toEqual([4404, 4404])
    expect(await test.rooms.open(MAP)).toBeNull()
  })

  it('reaches those who are just coming in', async () => {
    const { arrivals } = test.rooms
    const [mine, other] = [arrivals.start(MAP), arrivals.start('other')]
    test.rooms.closeWhere(MAP, member => member.link === 'link-viewer', 4401)
    expect(mine.turnedAway(identity('vic', 'viewer'))).toBe(4401)
    expect(mine.turnedAway(identity('ada'))).toBeNull()
    expect(other.turnedAway(identity('vic', 'viewer'))).toBeNull()
    mine.end()
    expect(arrivals.start(MAP).turnedAway(identity('vic', 'viewer'))).toBeNull()
  })
})

describe('leaving', () => {
  it('puts everything on disk that had arrived, and tells everybody to come back', async () => {
    const [ada, ben] = [await test.join('ada'), await test.join('ben')]
    test.held.hold()
    ada.update(typed(new Y.Doc(), 'last words'))
    const stopped = test.rooms.stop()
    const append = await test.held.append()
    expect([ada.closed?.code, ben.closed?.code]).toEqual([1012, 1012])
    expect(test.rooms.isLeaving).toBe(true)
    await append.release()
    await stopped
    await test.rooms.stop()
    expect(await test.text()).toContain('last words')
    expect(test.rooms.stats()).toMatchObject({ rooms: 0, members: 0, failing: 0 })
  })

  it('waits for an edit of the server’s own that is under way', async () => {
    test.held.hold()
    const commit = test.rooms.with(MAP, room => room.commit('ben', type(' import')))
    const append = await test.held.append()
    const stopped = test.rooms.stop()
    await append.release()
    await stopped
    expect(await commit).toBe(2)
    expect(await test.text()).toBe('map import')
  })

  it('spreads the returns of many people', async () => {
    const rooms = createRooms({ store: test.disk, log: quiet, clock: test.clock, leaveOver: 1_000 })
    const room = await rooms.open(MAP)
    if (!room) throw new Error('The map is not there.')
    const peers = Array.from({ length: 10 }, (_, i) => new Peer(room, identity(`p${i}`)))
    const gone = () => peers.filter(peer => peer.closed).length
    const stopped = rooms.stop()
    expect(gone()).toBe(1)
    test.clock.advance(450)
    expect(gone()).toBe(5)
    test.clock.advance(1_000)
    expect(gone()).toBe(10)
    await stopped
  })

  it('does not wait for ever for a disk that fails', async () => {
    const ada = await test.join('ada')
    test.held.hold()
    ada.update(typed(new Y.Doc(), 'x'))
    await (await test.held.append()).fail(new StoreError('full', 'no room'))
    const stopped = test.rooms.stop()
    await turn()
    test.clock.advance(5_000)
    await stopped
    expect(await textOnDisk(test.disk)).toBe('map')
  })
})
