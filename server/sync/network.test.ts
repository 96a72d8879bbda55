import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { LocalCopy, NOTHING_FOUND } from '../../client/session/LocalCopy.ts'
import { MapSession } from '../../client/session/MapSession.ts'
import { openDocument } from '../../client/session/openDocument.ts'
import { Pulse } from './Pulse.ts'
import { OwnedNetwork } from './testing/OwnedNetwork.ts'
import { MAP, type TestRooms, testRooms, textOf } from './testing/testRooms.ts'

/** What the browsers' clocks show. Set up before anything is imported, because lib0 keeps the function that it finds. */
const time = vi.hoisted(() => {
  const real = Date.now
  const time = { now: real() }
  Date.now = () => time.now
  return time
})

let test: TestRooms
let pulse: Pulse
let network: OwnedNetwork
let stops: (() => void)[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  test = await testRooms()
  pulse = new Pulse(test.clock)
  network = new OwnedNetwork(test.rooms, pulse)
  vi.stubGlobal('WebSocket', network.WebSocket)
  stops = []
})
afterEach(async () => {
  for (const stop of stops.reverse()) stop()
  pulse.stop()
  await test.end()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Whatever is under way arrives, also what that brings about, and is on disk. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await new Promise(resolve => setImmediate(resolve))
  await (await test.rooms.open(MAP))?.drained()
  for (let i = 0; i < 10; i += 1) await new Promise(resolve => setImmediate(resolve))
}

const STEP = 500

/** Time passes everywhere, or for the server alone while all browsers sleep. */
async function pass(seconds: number, who: 'all' | 'server' = 'all'): Promise<void> {
  for (let gone = 0; gone < seconds * 1_000; gone += STEP) {
    time.now += STEP
    test.clock.advance(STEP)
    if (who === 'all') vi.advanceTimersByTime(STEP)
    for (let i = 0; i < 4; i += 1) await new Promise(resolve => setImmediate(resolve))
  }
  await settle()
}

type Person = { doc: Y.Doc; awareness: MapSession['awareness'] }

/** Somebody in a window of ours, and the same with the provider of y-websocket as it comes. */
const windows: Record<string, (name: string) => Person> = {
  'our browser': name => {
    const options = { map: MAP, token: name, person: name, address: 'ws://server/sync' }
    const opened = openDocument(NOTHING_FOUND, null)
    const session = new MapSession({ ...options, opened, copy: new LocalCopy(MAP), found: NOTHING_FOUND })
    stops.push(() => session.close())
    return session
  },
  'the stock provider': name => {
    const doc = new Y.Doc()
    const provider = new WebsocketProvider('ws://server/sync', MAP, doc, { params: { token: name }, disableBc: true })
    stops.push(() => provider.destroy())
    return { doc, awareness: provider.awareness }
  },
}

const write = (person: Person, words: string) => person.doc.getText().insert(person.doc.getText().length, words)

/** Who somebody sees, by name; of whom the token's name is not known yet `?`. */
const sees = ({ awareness, doc }: Person) =>
  [...awareness.getStates()]
    .filter(([client]) => client !== doc.clientID)
    .map(([, state]) => String(state.user?.name ?? '?'))
    .toSorted()

for (const [kind, open] of Object.entries(windows)) {
  describe(kind, () => {
    let places = 0

    async function two() {
      const ada = open('ada')
      await settle()
      const adasLink = network.link
      const ben = open('ben')
      await settle()
      for (const person of [ada, ben]) person.awareness.setLocalState({ user: { name: 'me' }, cursor: null })
      await pass(3)
      expect([sees(ada), sees(ben)]).toEqual([['ben'], ['ada']])
      return { ada, ben, adasLink }
    }

    async function allIsWell(ada: Person, ben: Person, words: string) {
      expect([textOf(ada.doc), textOf(ben.doc), await test.text()]).toEqual([words, words, words])
      expect([sees(ada), sees(ben)]).toEqual([['ben'], ['ada']])
      // Not as a picture of before: what they do now.
      places += 1
      for (const person of [ada, ben]) person.awareness.setLocalStateField('cursor', { on: 'map', x: places, y: 0 })
      await pass(1)
      for (const [person, other] of [
        [ada, ben],
        [ben, ada],
      ] as const) {
        expect(person.awareness.getStates().get(other.doc.clientID)).toMatchObject({ cursor: { x: places } })
      }
    }

    it('stays on one connection through ten quiet minutes, though a proxy cuts those that are silent for 60 s', async () => {
      const ada = open('ada')
      // Whoever shows themselves is heard of every 15 s; this one only reads.
      ada.awareness.setLocalState(null)
      await settle()
      let silent = 0
      const send = network.link.toBrowser.bind(network.link)
      network.link.toBrowser = frame => {
        silent = 0
        send(frame)
      }
      for (let second = 0; second < 600; second += 5) {
        await pass(5)
        silent += 5
        expect(silent).toBeLessThan(30)
      }
      expect(network.links).toHaveLength(1)
      expect(test.rooms.stats().members).toBe(1)
    })

    it('is back after every cut of a proxy that cuts each connection at 60 s', async () => {
      const { ada, ben, adasLink } = await two()
      let words = 'map'
      for (let minute = 0; minute < 3; minute += 1) {
        // One that returns alone, and then both at once.
        for (const link of minute === 0 ? [adasLink] : network.links) link.cut()
        write(ada, ' a')
        await pass(1)
        write(ben, ' b')
        // Long before everybody says again by themselves that they are here.
        await pass(4)
        words = textOf(ben.doc)
        expect(words.match(/ a/g)).toHaveLength(minute + 1)
        expect(words.match(/ b/g)).toHaveLength(minute + 1)
        await allIsWell(ada, ben, words)
        await pass(55)
        await allIsWell(ada, ben, words)
      }
    })

    it('gets everything and is seen after 10 s in which nothing came through', async () => {
      const { ada, ben, adasLink } = await two()
      adasLink.state = 'held'
      write(ada, ' from ada')
      await pass(5)
      write(ben, ' from ben')
      await pass(5)
      expect(textOf(ada.doc)).toBe('map from ada')
      expect(textOf(ben.doc)).toBe('map from ben')
      adasLink.run()
      await pass(5)
      await allIsWell(ada, ben, textOf(ben.doc))
      expect(textOf(ada.doc)).toContain(' from ada')
      expect(textOf(ada.doc)).toContain(' from ben')
    })

    it('is back within 15 s of a network that was away for 10 s, also while the server takes the old connection for alive', async () => {
      const { ada, ben, adasLink } = await two()
      network.isUp = false
      adasLink.cutForBrowser()
      write(ada, ' offline')
      await pass(10)
      expect(textOf(ben.doc)).toBe('map')
      network.isUp = true
      await pass(15)
      await allIsWell(ada, ben, 'map offline')
      // The dead connection is found by then, and ends without taking Ada along.
      expect(test.rooms.stats().members).toBe(3)
      await pass(30)
      expect(test.rooms.stats().members).toBe(2)
      await allIsWell(ada, ben, 'map offline')
    })

    it('is gone for the others within 45 s when it falls asleep, and all is as it was when it wakes', async () => {
      const { ada, ben, adasLink } = await two()
      adasLink.state = 'lost'
      await pass(44, 'server')
      expect(test.rooms.stats().members).toBe(1)
      expect(sees(ben)).toEqual([])
      await pass(600, 'server')
      const room = await test.room()
      await room.commit('', doc => doc.getText().insert(3, ' by night'))
      await settle()
      write(ada, '!')
      await pass(20)
      await allIsWell(ada, ben, textOf(ben.doc))
      expect(textOf(ada.doc)).toContain(' by night')
      expect(textOf(ada.doc)).toContain('!')
    })
  })
}
