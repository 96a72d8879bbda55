import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { REFUSALS } from '#shared/protocol/closeCodes.ts'
import { handMade } from './testing/handMade.ts'
import { identity, Peer } from './testing/Peer.ts'
import { MAP, type TestRooms, testRooms, textOf, typed } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

async function saved(peer: Peer): Promise<void> {
  peer.barrier(99)
  await peer.until(({ barriers }) => barriers.includes(99))
}

/** Everybody leaves, and the map with them. */
async function unload(...peers: Peer[]): Promise<void> {
  for (const peer of peers) peer.leave()
  test.clock.advance(60_000)
  expect(test.rooms.stats().rooms).toBe(0)
}

function expectRefused(peer: Peer): void {
  expect(peer.all('refused').map(({ reason }) => reason)).toEqual([REFUSALS.foreign])
  expect(peer.closed?.code).toBe(4403)
}

describe('words under an absent person’s client id', () => {
  it('stay out, right away and after the map was unloaded, and the person goes on writing under it', async () => {
    const doc = new Y.Doc()
    const ada = await test.join('ada')
    ada.update(typed(doc, 'mine '))
    await saved(ada)
    ada.leave()
    const forged = handMade({ client: doc.clientID, clock: 5 }, 'forged', { client: doc.clientID, clock: 4 }, null)
    const eve = await test.join('eve')
    eve.update(forged)
    expectRefused(eve)
    await unload()
    const again = await test.join('eve')
    again.step2(forged)
    expectRefused(again)

    const back = await test.join('ada')
    back.step2(Y.encodeStateAsUpdate(doc))
    back.update(typed(doc, 'unsent'))
    await saved(back)
    expect(back.closed).toBeNull()
    expect(await test.text()).toContain('mine unsent')
    expect(await test.text()).not.toContain('forged')
  })

  it('stay out also while that person is here and has not written yet', async () => {
    const [ada, eve] = [await test.join('ada'), await test.join('eve')]
    ada.aware({ client: 7, clock: 1, state: {} })
    eve.update(handMade({ client: 7, clock: 0 }, 'forged', null, null))
    expectRefused(eve)
    ada.update(handMade({ client: 7, clock: 0 }, 'mine', null, null))
    await saved(ada)
    expect(await test.text()).toContain('mine')
  })

  it('stay out under the server’s own', async () => {
    const room = await test.room()
    const clients = [...room.doc.store.clients.keys()]
    await room.commit('', doc => doc.getText().insert(0, 'own '))
    for (const client of new Set([...clients, room.doc.clientID])) {
      const eve = await test.join('eve')
      eve.update(handMade({ client, clock: Y.getState(room.doc.store, client) }, 'forged', null, null))
      expectRefused(eve)
    }
    expect(textOf(room.doc)).toBe('own map')
  })
})

it('who came with a link’s own token is the link, whoever else uses it', async () => {
  const script = { role: 'editor', person: null, link: 'link-7' } as const
  const room = await test.room()
  const doc = new Y.Doc()
  const [one, two] = [new Peer(room, script), new Peer(room, script)]
  one.update(typed(doc, 'one '))
  await saved(one)
  two.update(typed(doc, 'two'))
  await saved(two)
  expect(await test.text()).toContain('one two')
  const ada = await test.join('ada')
  ada.update(typed(doc, 'forged'))
  expectRefused(ada)
})

it('whose an id is reaches the disk with the first words under it, also when the disk failed before', async () => {
  const ada = await test.join('ada')
  test.held.hold()
  ada.update(handMade({ client: 7, clock: 0 }, 'mine', null, null))
  await (await test.held.append()).fail(new Error('no'))
  expect(await test.disk.listClients(MAP)).toEqual([])
  test.clock.advance(1_000)
  await (await test.held.append()).release()
  expect(await test.disk.listClients(MAP)).toEqual([{ client: 7, author: identity('ada').person?.id }])
})

it('repeating what others wrote is no attempt', async () => {
  const [ada, ben] = [await test.join('ada'), await test.join('ben')]
  const doc = new Y.Doc()
  ada.update(typed(doc, 'words'))
  await saved(ada)
  ben.step2(Y.encodeStateAsUpdate(doc))
  ben.update(Y.encodeStateAsUpdate(doc))
  expect(ben.closed).toBeNull()
})
