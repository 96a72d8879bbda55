import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeAwareness } from '#shared/protocol/messages.ts'
import { Peer } from './testing/Peer.ts'
import { type TestRooms, testRooms } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

const byLink = (link = 'link-editor') => ({ role: 'editor' as const, person: null, link })
const states = (peer: Peer) =>
  peer.presence.filter(({ json }) => json !== 'null').map(({ client, json }) => [client, JSON.parse(json)])

describe('presence', () => {
  it('is sent on for everybody together, and only the newest of each', async () => {
    const room = await test.room()
    const [a, b, c] = [new Peer(room, byLink()), new Peer(room, byLink()), new Peer(room, byLink())]
    a.aware({ client: 1, clock: 1, state: { x: 1 } })
    a.aware({ client: 1, clock: 2, state: { x: 2 } })
    b.aware({ client: 2, clock: 1, state: { x: 9 } })
    expect(c.all('awareness')).toHaveLength(0)
    test.clock.advance(50)
    expect(c.all('awareness')).toHaveLength(1)
    expect(states(c)).toEqual([
      [1, { x: 2 }],
      [2, { x: 9 }],
    ])
    test.clock.advance(1_000)
    expect(c.all('awareness')).toHaveLength(1)
  })

  it('of those who are here is told to whoever joins, and to whoever asks', async () => {
    const room = await test.room()
    const a = new Peer(room, byLink())
    a.aware({ client: 1, clock: 1, state: { x: 1 } })
    const b = new Peer(room, byLink())
    expect(states(b)).toEqual([[1, { x: 1 }]])
    b.say(Uint8Array.of(3))
    expect(states(b)).toHaveLength(2)
  })

  it('ends as soon as a connection closes', async () => {
    const room = await test.room()
    const [a, b] = [new Peer(room, byLink()), new Peer(room, byLink())]
    a.aware({ client: 1, clock: 4, state: { x: 1 } })
    test.clock.advance(50)
    a.leave()
    test.clock.advance(50)
    expect(b.presence.at(-1)).toEqual({ client: 1, clock: 4, json: 'null' })
    const c = new Peer(room, byLink())
    expect(c.all('awareness')).toEqual([])
  })

  it('shows a person’s new name with the next word of their browser, whatever that says, and nobody else’s', async () => {
    const [ada, ben] = [await test.join('ada'), await test.join('ben')]
    const state = { user: { name: 'ada' } }
    ada.aware({ client: 1, clock: 1, state })
    test.clock.advance(50)
    const room = await test.room()
    room.rename({ id: 'person-ada', name: 'Ada L.', color: '#1565c0' })
    ada.aware({ client: 1, clock: 2, state })
    ben.aware({ client: 2, clock: 1, state: { user: { name: 'ben' } } })
    test.clock.advance(50)
    expect(states(ben).slice(-2)).toMatchObject([
      [1, { user: { id: 'person-ada', name: 'Ada L.', color: '#1565c0', role: 'editor' } }],
      [2, { user: { id: 'person-ben', name: 'ben' } }],
    ])
  })

  it('of those who left waits no longer in a large room, where the others are told of less often', async () => {
    const room = await test.room()
    const peers = Array.from({ length: 201 }, () => new Peer(room, byLink()))
    const [a, b, c] = peers as [Peer, Peer, Peer]
    a.aware({ client: 1, clock: 1, state: { x: 1 } })
    b.aware({ client: 2, clock: 1, state: { x: 1 } })
    test.clock.advance(199)
    expect(c.presence).toEqual([])
    test.clock.advance(1)
    expect(c.all('awareness')).toHaveLength(1)
    a.leave()
    b.leave()
    test.clock.advance(50)
    expect(c.all('awareness')).toHaveLength(2)
    expect(c.presence.slice(-2).map(({ json }) => json)).toEqual(['null', 'null'])
  })

  it('cannot be told by others: neither an echo nor a forgery is sent on or punished', async () => {
    const room = await test.room()
    const [a, b, c] = [new Peer(room, byLink()), new Peer(room, byLink()), new Peer(room, byLink())]
    a.aware({ client: 1, clock: 1, state: { x: 1 } })
    b.aware({ client: 2, clock: 1, state: { x: 2 } }, { client: 1, clock: 8, state: { x: 'stolen' } })
    b.aware({ client: 1, clock: 9, state: null })
    c.aware({ client: 1, clock: 10, state: { x: 'stolen' } })
    c.aware({ client: 3, clock: 1, state: { x: 3 } })
    test.clock.advance(50)
    expect(states(a)).toEqual([
      [1, { x: 1 }],
      [2, { x: 2 }],
      [3, { x: 3 }],
    ])
    expect([b.closed, c.closed]).toEqual([null, null])
  })

  it('does not come back as a ghost when somebody repeats it late', async () => {
    const room = await test.room()
    const [a, b, c] = [new Peer(room, byLink()), new Peer(room, byLink()), new Peer(room, byLink())]
    a.aware({ client: 1, clock: 4, state: { x: 1 } })
    test.clock.advance(50)
    a.leave()
    test.clock.advance(50)
    const before = c.presence.length
    b.aware({ client: 1, clock: 4, state: { x: 1 } })
    test.clock.advance(50)
    expect(c.presence).toHaveLength(before)
    expect(b.presence.at(-1)).toEqual({ client: 1, clock: 4, json: 'null' })
  })

  it('is seen again after a return, though the others know the clock already', async () => {
    const room = await test.room()
    const [a, b] = [new Peer(room, byLink()), new Peer(room, byLink())]
    a.aware({ client: 1, clock: 4, state: { x: 1 } })
    b.aware({ client: 2, clock: 7, state: { x: 2 } })
    test.clock.advance(50)
    a.leave()
    const back = new Peer(room, byLink())
    back.aware({ client: 1, clock: 4, state: { x: 1 } })
    expect(back.presence.at(-1)).toEqual({ client: 1, clock: 4, json: 'null' })
    back.aware({ client: 1, clock: 5, state: { x: 1 } })
    test.clock.advance(50)
    expect(b.presence.at(-1)).toEqual({ client: 1, clock: 5, json: '{"x":1}' })
    // Who returned knows the others' clocks too, so they are asked to raise them.
    test.clock.advance(1_000)
    expect(b.presence.at(-1)).toEqual({ client: 2, clock: 7, json: 'null' })
    test.clock.advance(10_000)
    expect(b.presence.filter(({ client, json }) => client === 2 && json === 'null')).toHaveLength(2)
  })

  it('of one who says to be gone may be taken up by another connection at once', async () => {
    const room = await test.room()
    const [a, b] = [new Peer(room, byLink()), new Peer(room, byLink())]
    a.aware({ client: 1, clock: 4, state: { x: 1 } })
    a.aware({ client: 1, clock: 4, state: null })
    const back = new Peer(room, byLink())
    back.aware({ client: 1, clock: 5, state: { x: 3 } })
    a.leave()
    test.clock.advance(50)
    expect(b.presence.at(-1)).toEqual({ client: 1, clock: 5, json: '{"x":3}' })
  })

  it('of a person who is back before the old connection is found dead goes over to the new one', async () => {
    const old = await test.join('ada')
    const ben = await test.join('ben')
    old.aware({ client: 1, clock: 1, state: {} })
    const back = await test.join('ada')
    back.aware({ client: 1, clock: 2, state: { here: true } })
    test.clock.advance(50)
    old.leave()
    expect(ben.presence.at(-1)).toMatchObject({ client: 1, clock: 2 })
    ben.aware({ client: 1, clock: 9, state: null })
    back.leave()
    test.clock.advance(50)
    expect(ben.presence.at(-1)).toEqual({ client: 1, clock: 2, json: 'null' })
  })

  it('carries the name that the token tells, whatever the client says', async () => {
    const [ada, vic] = [await test.join('ada'), await test.join('vic', 'viewer')]
    vic.aware({ client: 1, clock: 1, state: { user: { name: 'Ada', id: 'person-ada', mood: 'fine' }, cursor: 1 } })
    test.clock.advance(50)
    const user = { id: 'person-vic', name: 'vic', color: '#123456', role: 'viewer', mood: 'fine' }
    expect(states(ada)).toEqual([[1, { user, cursor: 1 }]])
    const script = new Peer(await test.room(), byLink())
    script.aware({ client: 2, clock: 1, state: { user: { name: 'Bot', id: 'person-ada', role: 'facilitator' } } })
    test.clock.advance(50)
    expect(states(ada).at(-1)).toEqual([2, { user: { name: 'Bot' } }])
  })

  it('that is no object is nobody, and one too large or too deep ends its connection', async () => {
    const room = await test.room()
    const b = new Peer(room, byLink())
    new Peer(room, byLink()).aware({ client: 1, clock: 1, state: 'boo' })
    const large = new Peer(room, byLink())
    large.aware({ client: 2, clock: 1, state: { words: 'x'.repeat(20_000) } })
    let nested: unknown = 1
    for (let i = 0; i < 500; i += 1) nested = [nested]
    const deep = new Peer(room, byLink())
    deep.aware({ client: 3, clock: 1, state: { nested } })
    const many = new Peer(room, byLink())
    many.say(encodeAwareness(Uint8Array.of(255, 255, 3, ...new Uint8Array(300))))
    test.clock.advance(50)
    expect(b.presence.filter(({ json }) => json !== 'null')).toEqual([])
    expect([large.closed?.code, deep.closed?.code, many.closed?.code]).toEqual([4413, 4413, 4413])
    expect(b.closed).toBeNull()
  })
})
