import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type LeadNews,
  type LeadWish,
  type Place,
  type Point,
  readLeadNews,
  writeLeadWish,
} from '#shared/protocol/lead.ts'
import { encodeLead } from '#shared/protocol/messages.ts'
import type { LeadHolder } from './Leading.ts'
import { ASK_EVERY, FOLLOWERS_EVERY, LEAD_GRACE, PLACE_EVERY } from './limits.ts'
import { identity, type Peer } from './testing/Peer.ts'
import { letIn, syncServer } from './testing/syncServer.ts'
import { MAP, type TestRooms, testRooms } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

const at = (scene: string, more: Partial<Place> = {}): Place => ({ scene, words: false, black: false, ...more })
const wish = (wish: LeadWish) => encodeLead(writeLeadWish(wish))
const go = (scene: string) => wish({ type: 'go', place: at(scene) })
const follow = wish({ type: 'follow', follows: true })
const leader = (name: string) => ({ id: `person-${name}`, name, color: '#123456' })
const holder = (name: string): LeadHolder => ({ author: `person-${name}`, person: leader(name) })

function news(peer: Peer): LeadNews[] {
  return peer.all('lead').flatMap(({ lead }) => readLeadNews(lead) ?? [])
}

const leads = (peer: Peer) => news(peer).filter(({ type }) => type === 'lead' || type === 'nobody')
const places = (peer: Peer) => news(peer).flatMap(one => (one.type === 'place' ? [one] : []))

async function give(name: string, scene = 's1'): Promise<void> {
  const { leading } = await test.room()
  leading.give(holder(name), at(scene))
}

describe('the lead', () => {
  it('is told to everybody who is here and to who comes, and whose it is', async () => {
    const [fay, vic] = [await test.join('fay', 'facilitator'), await test.join('vic', 'viewer')]
    expect(news(vic)).toEqual([])
    await give('fay')
    const late = await test.join('late', 'viewer')
    const told = (mine: boolean) => ({ type: 'lead', mine, leader: leader('fay'), place: at('s1') })
    expect(leads(fay)).toEqual([told(true)])
    for (const peer of [vic, late]) expect(leads(peer)).toEqual([told(false)])
    expect(late.heard.slice(0, 2).map(({ type }) => type)).toEqual(['step1', 'lead'])
  })

  it('moves everybody at once, on all windows of the person who has it', async () => {
    const [wall, desk] = [await test.join('fay'), await test.join('fay')]
    const vic = await test.join('vic', 'viewer')
    await give('fay')
    desk.say(go('s2'))
    for (const peer of [wall, vic]) expect(places(peer)).toEqual([{ type: 'place', yours: false, place: at('s2') }])
    expect(places(desk)).toContainEqual({ type: 'place', yours: true, place: at('s2') })
    test.clock.advance(PLACE_EVERY)
    wall.say(go('s3'))
    expect(places(desk).at(-1)).toEqual({ type: 'place', yours: false, place: at('s3') })
  })

  it('tells many moves in one moment as the newest, and answers each to who made it', async () => {
    const [fay, vic] = [await test.join('fay'), await test.join('vic', 'viewer')]
    await give('fay')
    for (const scene of ['s2', 's3', 's4', 's5']) fay.say(go(scene))
    test.clock.advance(PLACE_EVERY)
    expect(places(vic).map(({ place }) => place.scene)).toEqual(['s2', 's5'])
    const own = places(fay).filter(({ yours }) => yours)
    expect(own.map(({ place }) => place.scene)).toEqual(['s2', 's3', 's4', 's5'])
  })

  it('stays where it is when it passes to somebody else, and the one before moves nothing more', async () => {
    const [fay, ben, vic] = [await test.join('fay'), await test.join('ben'), await test.join('vic', 'viewer')]
    await give('fay', 's4')
    const { leading } = await test.room()
    leading.give(holder('ben'), null)
    expect(leads(ben).at(-1)).toEqual({ type: 'lead', mine: true, leader: leader('ben'), place: at('s4') })
    fay.say(go('s9'))
    expect(places(vic)).toEqual([])
    // An honest client learns so that it has lost the lead.
    expect(leads(fay).at(-1)).toMatchObject({ mine: false, place: at('s4') })
    ben.say(go('s5'))
    expect(places(vic).map(({ place }) => place.scene)).toEqual(['s5'])
  })

  it('waits for a leader who reloads, and is nobody’s when they stay away', async () => {
    const [fay, vic] = [await test.join('fay'), await test.join('vic', 'viewer')]
    await give('fay', 's3')
    fay.leave()
    test.clock.advance(LEAD_GRACE - 1)
    const again = await test.join('fay')
    expect(leads(again)).toEqual([{ type: 'lead', mine: true, leader: leader('fay'), place: at('s3') }])
    test.clock.advance(LEAD_GRACE)
    expect(leads(vic)).toHaveLength(1)
    again.leave()
    test.clock.advance(LEAD_GRACE)
    expect(leads(vic).at(-1)).toEqual({ type: 'nobody' })
    const late = await test.join('late', 'viewer')
    expect(news(late)).toEqual([])
  })

  it('outlives one of two windows', async () => {
    const [wall, desk] = [await test.join('fay'), await test.join('fay')]
    await give('fay')
    wall.leave()
    test.clock.advance(LEAD_GRACE)
    expect(leads(desk)).toHaveLength(1)
  })

  it('goes by the new name of a person', async () => {
    const vic = await test.join('vic', 'viewer')
    await test.join('fay')
    await give('fay')
    const room = await test.room()
    room.rename({ ...leader('fay'), name: 'Fatma' })
    expect(leads(vic).at(-1)).toMatchObject({ leader: { name: 'Fatma' } })
  })
})

describe('those who follow', () => {
  it('are counted and named to everybody, once in a while, until they stop or leave', async () => {
    const [fay, vic, wim] = [await test.join('fay'), await test.join('vic', 'viewer'), await test.join('wim', 'viewer')]
    await give('fay')
    for (const peer of [fay, vic, wim]) peer.say(follow)
    const following = () => news(vic).flatMap(one => (one.type === 'following' ? [one.following] : []))
    expect(following()).toEqual([])
    test.clock.advance(FOLLOWERS_EVERY)
    expect(following()).toEqual([{ count: 2, people: ['person-vic', 'person-wim'] }])
    wim.leave()
    vic.say(wish({ type: 'follow', follows: false }))
    test.clock.advance(FOLLOWERS_EVERY)
    expect(following().at(-1)).toEqual({ count: 0, people: [] })
  })
})

describe('the leader’s pointer', () => {
  const at = (x: number): Point => ({ key: 7, x, y: 1 })
  const point = (point: Point | null) => wish({ type: 'point', point })
  const points = (peer: Peer) => news(peer).flatMap(one => (one.type === 'point' ? [one.point] : []))

  it('is shown to those who follow, as its newest place, and is gone when it is put away', async () => {
    const [fay, vic, bystander] = [await test.join('fay'), await test.join('vic', 'viewer'), await test.join('bea')]
    await give('fay')
    vic.say(follow)
    for (const x of [1, 2, 3]) fay.say(point(at(x)))
    expect(points(vic)).toEqual([at(1)])
    test.clock.advance(50)
    expect(points(vic)).toEqual([at(1), at(3)])
    fay.say(point(at(4)))
    fay.say(point(null))
    test.clock.advance(50)
    expect(points(vic).slice(2)).toEqual([null])
    for (const peer of [fay, bystander]) expect(points(peer)).toEqual([])
  })

  it('goes with the window that shows it', async () => {
    const [wall, vic] = [await test.join('fay'), await test.join('vic', 'viewer')]
    await test.join('fay')
    await give('fay')
    vic.say(follow)
    wall.say(point(at(1)))
    wall.leave()
    expect(points(vic)).toEqual([at(1), null])
  })

  it('is not shown late, after another has taken over', async () => {
    const [fay, vic] = [await test.join('fay'), await test.join('vic', 'viewer')]
    await test.join('ben')
    await give('fay')
    vic.say(follow)
    for (const x of [1, 2]) fay.say(point(at(x)))
    await give('ben')
    test.clock.advance(1_000)
    expect(points(vic)).toEqual([at(1)])
  })

  it('is nobody else’s', async () => {
    await test.join('fay')
    const [ben, vic] = [await test.join('ben'), await test.join('vic', 'viewer')]
    await give('fay')
    vic.say(follow)
    ben.say(point(at(1)))
    test.clock.advance(1_000)
    expect(points(vic)).toEqual([])
    expect(ben.closed).toBeNull()
  })
})

describe('asking for the lead', () => {
  const asked = (peer: Peer) => news(peer).flatMap(one => (one.type === 'asked' ? [one.by] : []))

  it('is heard by whoever leads, and by nobody else, once in a while', async () => {
    const [fay, vic, ben] = [await test.join('fay'), await test.join('vic', 'viewer'), await test.join('ben')]
    const ask = wish({ type: 'ask' })
    vic.say(ask)
    await give('fay')
    expect(asked(fay)).toEqual([])
    for (let times = 0; times < 3; times++) vic.say(ask)
    fay.say(ask)
    expect(asked(fay)).toEqual([leader('vic')])
    for (const peer of [vic, ben]) expect(asked(peer)).toEqual([])
    test.clock.advance(ASK_EVERY)
    vic.say(ask)
    expect(asked(fay)).toHaveLength(2)
  })
})

describe('a hand-made client', () => {
  it('of a viewer, a contributor or an editor who does not lead moves nothing, over a real socket', async () => {
    const server = await syncServer()
    try {
      server.doors.authorise = async ({ token }) => {
        const [name = '', role] = (token ?? '').split('-')
        return { ...letIn(), ...identity(name, role === 'viewer' || role === 'contributor' ? role : 'editor') }
      }
      const follower = await server.dialled(`/sync/${MAP}?token=vic-viewer`)
      const room = await server.room()
      room.leading.give(holder('fay'), at('s1'))
      for (const role of ['viewer', 'contributor', 'editor']) {
        const mallory = await server.dialled(`/sync/${MAP}?token=mallory-${role}`, { address: role })
        const heardBefore = mallory.heard.filter(({ type }) => type === 'lead').length
        mallory.socket.send(go('forged'))
        // The answer comes after whatever the forged frame did.
        await mallory.until(() => mallory.heard.filter(({ type }) => type === 'lead').length > heardBefore)
        const last = mallory.heard.findLast(message => message.type === 'lead')
        expect(last && readLeadNews(last.lead)).toMatchObject({ type: 'lead', mine: false, place: at('s1') })
      }
      expect(room.leading.summary).toMatchObject({ by: 'person-fay', scene: 's1' })
      const told = follower.heard.flatMap(message => (message.type === 'lead' ? [readLeadNews(message.lead)] : []))
      expect(told).not.toContainEqual(expect.objectContaining({ type: 'place' }))
    } finally {
      await server.end()
    }
  })

  it('that says what only the server says, or nothing that can be read, is closed and changes nothing', async () => {
    await give('fay')
    for (const bytes of [[0], [2, 1, 1, 120, 0], [4], [4, 1, 120, 9], [6, 0], [10]]) {
      const eve = await test.join('eve')
      eve.say(encodeLead(Uint8Array.from(bytes)))
      expect(eve.closed?.code).toBe(4500)
    }
    expect((await test.room()).leading.summary).toMatchObject({ by: 'person-fay', scene: 's1' })
  })
})
