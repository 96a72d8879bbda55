import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRooms, type Rooms } from '../sync/Rooms.ts'
import { identity, Peer } from '../sync/testing/Peer.ts'
import { MAP, quiet, type TestRooms, testRooms, typed } from '../sync/testing/testRooms.ts'
import { VERSION_EVERY } from './limits.ts'
import { RoomHistory } from './RoomHistory.ts'

let test: TestRooms
let history: RoomHistory
let rooms: Rooms
beforeEach(async () => {
  test = await testRooms()
  const { disk: store, clock } = test
  history = new RoomHistory({ store, clock, log: quiet })
  rooms = createRooms({ store, clock, log: quiet, history, leaveOver: 0 })
})
afterEach(() => test.end())

async function joined(name: string): Promise<Peer> {
  const room = await rooms.open(MAP)
  if (!room) throw new Error('The map is not there.')
  return new Peer(room, identity(name))
}

async function types(peer: Peer, words: string): Promise<void> {
  peer.update(typed(new Y.Doc(), words))
  peer.barrier(peer.barriers.length + 1)
  const answered = peer.barriers.length + 1
  await peer.until(({ barriers }) => barriers.length === answered)
}

/** What was kept when everything that is under way is done. */
async function kept(): Promise<{ seq: number; authors: readonly string[] }[]> {
  await history.keep('none')
  return (await test.disk.listVersions(MAP)).map(({ seq, authors }) => ({ seq, authors }))
}

function leaves(peer: Peer): void {
  peer.leave()
  test.clock.advance(60_000)
}

describe('versions are kept by themselves', () => {
  it('when a map that was edited is left, and not when it was only looked at', async () => {
    leaves(await joined('val'))
    expect(await kept()).toEqual([])
    const ada = await joined('ada')
    await types(ada, 'one')
    leaves(ada)
    expect(await kept()).toEqual([{ seq: 2, authors: ['', 'person-ada'] }])
    leaves(await joined('val'))
    expect(await kept()).toHaveLength(1)
  })

  it('at most once an hour, and what was left out is kept before somebody else begins', async () => {
    const ada = await joined('ada')
    await types(ada, 'one')
    leaves(ada)
    expect(await kept()).toHaveLength(1)
    const again = await joined('ada')
    await types(again, 'two')
    leaves(again)
    expect(await kept()).toHaveLength(1)
    test.clock.advance(VERSION_EVERY)
    const ben = await joined('ben')
    expect(await kept()).toEqual([
      { seq: 2, authors: ['', 'person-ada'] },
      { seq: 3, authors: ['person-ada'] },
    ])
    ben.leave()
  })

  it('every hour of a long workshop in which somebody edits', async () => {
    const ada = await joined('ada')
    for (let hour = 1; hour <= 3; hour++) {
      await types(ada, `hour ${hour}`)
      test.clock.advance(VERSION_EVERY)
      expect(await kept()).toHaveLength(hour)
    }
    test.clock.advance(3 * VERSION_EVERY)
    expect(await kept()).toHaveLength(3)
  })

  it('and a map that cannot be read holds up no other', async () => {
    await history.keep('none')
    const failing = new RoomHistory({
      store: { ...test.disk, readMap: () => Promise.reject(new Error('no')) },
      ...{ clock: test.clock, log: quiet },
    })
    await expect(failing.keep(MAP)).resolves.toBeUndefined()
  })
})
