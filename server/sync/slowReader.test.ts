import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readMotions } from '#shared/protocol/motion.ts'
import { BACKLOG, ROOM_FOR_PRESENCE } from './limits.ts'
import { Peer } from './testing/Peer.ts'
import { type TestRooms, testRooms, textOf, typed } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

const byLink = { role: 'editor' as const, person: null, link: 'link-editor' }
const states = (peer: Peer) => peer.presence.map(({ client, clock, json }) => [client, clock, json])

/** Ada moves, Ben moves, and Cat reads slowly. */
async function three() {
  const room = await test.room()
  const [ada, ben, cat] = [new Peer(room, byLink), new Peer(room, byLink), new Peer(room, byLink)]
  ada.aware({ client: 1, clock: 1, state: { x: 1 } })
  ben.aware({ client: 2, clock: 1, state: { x: 1 } })
  test.clock.advance(50)
  cat.heard.length = 0
  return { room, ada, ben, cat }
}

describe('a slow reader', () => {
  it('is told nothing of presence while much waits, and then only the newest of each', async () => {
    const { ada, ben, cat } = await three()
    cat.waiting = ROOM_FOR_PRESENCE + 1
    for (let clock = 2; clock <= 1_000; clock += 1) {
      ada.aware({ client: 1, clock, state: { x: clock } })
      test.clock.advance(50)
    }
    expect(states(ben).at(-1)).toEqual([1, 1_000, '{"x":1000}'])
    expect(cat.heard).toEqual([])
    cat.drain()
    // Nothing of Ben, who did not move.
    expect(states(cat)).toEqual([[1, 1_000, '{"x":1000}']])
    ada.aware({ client: 1, clock: 1_001, state: { x: 0 } })
    test.clock.advance(50)
    expect(states(cat).at(-1)).toEqual([1, 1_001, '{"x":0}'])
  })

  it('learns who came and who left meanwhile, and keeps no ghost', async () => {
    const { room, ada, cat } = await three()
    cat.waiting = ROOM_FOR_PRESENCE + 1
    ada.leave()
    const dan = new Peer(room, byLink)
    dan.aware({ client: 4, clock: 7, state: { x: 4 } })
    for (let round = 0; round < 3; round += 1) test.clock.advance(50)
    expect(cat.heard).toEqual([])
    cat.drain()
    expect(states(cat).toSorted()).toEqual([
      [1, 1, 'null'],
      [4, 7, '{"x":4}'],
    ])
  })

  it('who knows motion gets the newest motion as well', async () => {
    const { ada, cat } = await three()
    cat.moves(3, 1, { cursor: null, hand: null })
    cat.waiting = ROOM_FOR_PRESENCE + 1
    for (let clock = 2; clock < 9; clock += 1) {
      ada.moves(1, clock, { cursor: { on: 'map', x: clock, y: 0 }, hand: null })
      test.clock.advance(50)
    }
    expect(cat.heard).toEqual([])
    cat.drain()
    expect(states(cat)).toEqual([[1, 8, '{"x":1,"cursor":{"on":"map","x":8,"y":0},"drag":null}']])
    ada.moves(1, 9, { cursor: { on: 'map', x: 9, y: 0 }, hand: null })
    test.clock.advance(50)
    const motions = cat.all('motion').flatMap(({ motions }) => readMotions(motions, 10))
    expect(motions).toMatchObject([{ client: 1, clock: 9 }])
  })

  it('gets every edit in order and the answers about its own, and ends with the same document', async () => {
    const { ada, cat } = await three()
    cat.waiting = BACKLOG
    const doc = new Y.Doc()
    for (const word of ['one ', 'two ', 'three']) {
      ada.update(typed(doc, word))
      ada.barrier(1)
      await ada.until(peer => peer.barriers.length > 0)
      ada.heard.length = 0
    }
    cat.update(typed(new Y.Doc(), 'own '))
    cat.barrier(7)
    await cat.until(({ barriers }) => barriers.includes(7))
    cat.step1()
    expect(textOf(cat.doc)).toBe(await test.text())
    expect(await test.text()).toContain('one two three')
    expect(cat.closed).toBeNull()
  })

  it('who takes nothing at all is sent away to come back, and nobody else waits for that', async () => {
    const { ada, ben, cat } = await three()
    cat.waiting = BACKLOG + 1
    ada.update(typed(new Y.Doc(), 'x'))
    ada.barrier(1)
    await ada.until(({ barriers }) => barriers.length > 0)
    expect(cat.closed?.code).toBe(1013)
    expect(ben.all('update')).toHaveLength(1)
    cat.drain()
    test.clock.advance(1_000)
    expect((await test.room()).members.size).toBe(2)
  })
})
