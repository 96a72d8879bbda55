import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeMotion } from '#shared/protocol/messages.ts'
import { type Motion, readMotions } from '#shared/protocol/motion.ts'
import type { Peer } from './testing/Peer.ts'
import { type TestRooms, testRooms } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

const at = (x: number): Motion => ({ cursor: { on: 'map', x, y: 0 }, hand: null })
const state = { user: { name: 'Ada' }, cursor: null, drag: null }
const motionsOf = (peer: Peer) => peer.all('motion').flatMap(({ motions }) => readMotions(motions, 1_000) ?? [])
const states = (peer: Peer) => peer.presence.map(({ client, clock, json }) => [client, clock, JSON.parse(json)])

/** Ada and Ben know motion, Stan knows awareness alone; all are settled in. */
async function three() {
  const [ada, ben, stan] = [await test.join('ada'), await test.join('ben'), await test.join('stan')]
  for (const [client, peer] of [ada, ben, stan].entries()) peer.aware({ client, clock: 1, state })
  for (const peer of [ada, ben]) peer.say(encodeMotion(Uint8Array.of(0)))
  test.clock.advance(1_000)
  for (const peer of [ada, ben, stan]) peer.heard.length = 0
  return { ada, ben, stan }
}

describe('motion', () => {
  it('is sent on as such, only the newest of each and for everybody together', async () => {
    const { ada, ben } = await three()
    ada.moves(0, 2, at(1))
    ada.moves(0, 3, at(2))
    ben.moves(1, 2, { cursor: { on: 'card', id: 't1', x: 3, y: 4 }, hand: { dx: 5, dy: 6 } })
    expect(ben.heard).toEqual([])
    test.clock.advance(50)
    expect(ben.heard).toHaveLength(1)
    expect(motionsOf(ben)).toEqual([
      { client: 0, clock: 3, ...at(2) },
      { client: 1, clock: 2, cursor: { on: 'card', id: 't1', x: 3, y: 4 }, hand: { dx: 5, dy: 6 } },
    ])
  })

  it('is told to plain clients as awareness, with the name that the token tells', async () => {
    const { ada, stan } = await three()
    ada.moves(0, 2, at(7))
    test.clock.advance(50)
    expect(stan.all('motion')).toEqual([])
    const [[client, clock, seen] = []] = states(stan)
    expect([client, clock]).toEqual([0, 2])
    expect(seen).toMatchObject({ user: { id: 'person-ada', name: 'ada' }, cursor: { on: 'map', x: 7, y: 0 } })
  })

  it('of plain clients is seen by everybody, merged the same way', async () => {
    const { ada, stan } = await three()
    for (let clock = 2; clock < 9; clock += 1)
      stan.aware({ client: 2, clock, state: { ...state, cursor: { x: clock } } })
    test.clock.advance(50)
    expect(ada.heard).toHaveLength(1)
    expect(states(ada)).toMatchObject([[2, 8, { cursor: { x: 8 } }]])
  })

  it('is told with the whole state to whoever joins, and when more than motion has changed', async () => {
    const { ada, ben } = await three()
    ada.aware({ client: 0, clock: 2, state: { ...state, selection: ['t1'] } })
    ada.moves(0, 3, at(5))
    const joins = await test.join('cat')
    expect(states(joins)).toContainEqual([
      0,
      3,
      expect.objectContaining({ cursor: { on: 'map', x: 5, y: 0 }, selection: ['t1'] }),
    ])
    test.clock.advance(50)
    expect(states(ben)).toMatchObject([[0, 3, { cursor: { on: 'map', x: 5, y: 0 }, selection: ['t1'] }]])
    expect(motionsOf(ben)).toEqual([])
    ada.aware({ client: 0, clock: 4, state: { ...state, selection: ['t2'] } })
    test.clock.advance(50)
    // The newer state says what the motion said, and more.
    expect(states(ben).at(-1)).toMatchObject([0, 4, { cursor: null, selection: ['t2'] }])
  })

  it('of others, from before, or from nobody changes nothing and is not held against anybody', async () => {
    const { ada, ben } = await three()
    ben.moves(0, 9, at(666))
    ada.moves(0, 1, at(666))
    const shy = await test.join('shy')
    shy.moves(5, 1, at(666))
    test.clock.advance(50)
    expect(ben.heard).toEqual([])
    expect([ada.closed, ben.closed, shy.closed]).toEqual([null, null, null])
  })

  it('that cannot be read ends its connection', async () => {
    const { ada, ben } = await three()
    ada.say(encodeMotion(Uint8Array.of(1, 0, 9, 9, 0)))
    expect(ada.closed?.code).toBe(4500)
    expect(ben.closed).toBeNull()
  })
})
