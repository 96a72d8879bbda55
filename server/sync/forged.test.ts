import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { handMade } from './testing/handMade.ts'
import type { Peer } from './testing/Peer.ts'
import { docOnDisk, MAP, type TestRooms, testRooms, textOf, typed } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

async function saved(peer: Peer, number: number): Promise<void> {
  peer.barrier(number)
  await peer.until(({ barriers }) => barriers.includes(number))
}

describe('what no client would have written', () => {
  it('leaves nothing behind and ends its own connection; others go on, and who comes meanwhile sees none of it', async () => {
    const [ada, eve] = [await test.join('ada'), await test.join('eve')]
    ada.step1()
    const [client = 0] = ada.doc.store.clients.keys()
    const [m, p] = [
      { client, clock: 0 },
      { client, clock: 2 },
    ]
    const before = Y.encodeStateVector((await test.room()).doc)
    eve.update(handMade({ client: 9, clock: 0 }, 'X', p, m))
    const cat = await test.join('cat')
    expect(cat.heard).toEqual([])
    expect(eve.closed?.code).toBe(4500)
    expect(test.rooms.stats().closed).toEqual(new Map([[4500, 1]]))
    ada.update(typed(ada.doc, '!'))
    await saved(ada, 1)
    cat.step1()
    expect(cat.all('step1')[0]?.stateVector).toEqual(before)
    expect(textOf(cat.doc)).toBe('map!')
    expect(await test.text()).toBe('map!')
    expect(ada.closed).toBeNull()
    expect((await test.disk.history(MAP)).length).toBe(2)
  })

  it('does not tear half a character from what the map holds by lying about where known words lie', async () => {
    const [ada, eve] = [await test.join('ada'), await test.join('ada')]
    ada.update(handMade({ client: 1, clock: 0 }, '🚲', null, null))
    ada.update(handMade({ client: 2, clock: 0 }, 'X', { client: 1, clock: 1 }, null))
    await saved(ada, 1)
    eve.update(handMade({ client: 2, clock: 0 }, 'X', { client: 1, clock: 0 }, null))
    eve.update(handMade({ client: 2, clock: 0 }, 'XY', { client: 1, clock: 0 }, null))
    await saved(eve, 2)
    const room = await test.room()
    expect(textOf(room.doc)).toContain('🚲XY')
    expect(textOf(room.doc)).toBe(await test.text())
  })

  it('does not tear it by an item between a living neighbour and one that is gone either', async () => {
    const [ada, eve] = [await test.join('ada'), await test.join('eve')]
    const doc = new Y.Doc()
    doc.getMap('touchpoints').set('t', new Y.Map([['title', new Y.Text('gone')]]))
    const [client, inside] = [doc.clientID, Y.getState(doc.store, doc.clientID) - 1]
    ada.update(Y.encodeStateAsUpdate(doc))
    doc.getMap('touchpoints').delete('t')
    ada.step2(Y.encodeStateAsUpdate(doc))
    ada.update(handMade({ client: 1, clock: 0 }, '🚲', null, null))
    await saved(ada, 1)
    eve.update(handMade({ client: 9, clock: 0 }, 'X', { client: 1, clock: 0 }, { client, clock: inside }))
    expect(eve.closed?.code).toBe(4500)
    const room = await test.room()
    await room.drained()
    expect(textOf(room.doc)).toContain('🚲')
    expect(textOf(room.doc)).toBe(await test.text())
  })

  it('makes the server remember no names when it could not be taken in', async () => {
    const eve = await test.join('eve')
    const room = await test.room()
    const names = [...room.doc.share.keys()]
    for (let index = 0; index < 20; index += 1) {
      const doc = new Y.Doc()
      doc.getMap(`a long name ${index}`).set('a', 1)
      const before = Y.encodeStateVector(doc)
      doc.getMap(`another ${index}`).set('b', 1)
      eve.update(Y.encodeStateAsUpdate(doc, before))
    }
    expect([...room.doc.share.keys()]).toEqual(names)
    expect([...(await docOnDisk(test.disk)).share.keys()].every(name => names.includes(name))).toBe(true)
  })
})
