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

  it('puts nothing in the place of what a colleague adds under the same name in the same moment', async () => {
    const [ben, eve] = [await test.join('ben'), await test.join('eve')]
    const touchpoints = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('touchpoints')
    const doc = new Y.Doc()
    ben.update(typed(doc, 'hello'))
    await saved(ben, 1)
    const forger = new Y.Doc()
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(doc)
    for (const [writer, title] of [
      [doc, 'ben’s'],
      [forger, 'forged'],
    ] as const) {
      writer.clientID = doc.clientID
      touchpoints(writer).set('t3', new Y.Map([['title', title]]))
    }
    // Under Ben's client id and number: his own, coming after it, would be taken for known, and he for in step.
    eve.update(Y.encodeStateAsUpdate(forger, before))
    ben.update(Y.encodeStateAsUpdate(doc, before))
    await saved(ben, 2)
    const room = await test.room()
    expect(touchpoints(room.doc).toJSON()).toEqual({ t3: { title: 'ben’s' } })
    expect(touchpoints(await docOnDisk(test.disk)).toJSON()).toEqual({ t3: { title: 'ben’s' } })
    expect(eve.closed?.code).toBe(4403)
  })

  it('leaves nothing of a frame of which only a part fits', async () => {
    const [ada, eve] = [await test.join('ada'), await test.join('eve')]
    const fits = handMade({ client: 9, clock: 0 }, 'fits', null, null)
    const floats = handMade({ client: 8, clock: 0 }, 'X', { client: 7, clock: 0 }, null)
    eve.update(Uint8Array.of(2, ...fits.subarray(1, -1), ...floats.subarray(1, -1), 0))
    eve.barrier(1)
    await saved(ada, 1)
    expect(textOf((await test.room()).doc)).toBe('map')
    expect(await test.disk.history(MAP)).toHaveLength(1)
    expect(eve.all('step1')).toHaveLength(2)
    expect(eve.barriers).toEqual([])
  })

  it('leaves nothing of items that build on each other', async () => {
    const eve = await test.join('eve')
    const one = handMade({ client: 9, clock: 0 }, 'A', { client: 8, clock: 0 }, null)
    const other = handMade({ client: 8, clock: 0 }, 'B', { client: 9, clock: 0 }, null)
    eve.update(Uint8Array.of(2, ...one.subarray(1, -1), ...other.subarray(1, -1), 0))
    expect(eve.closed?.code).toBe(4500)
    const room = await test.room()
    await room.drained()
    expect(textOf(room.doc)).toBe('map')
    expect(await test.disk.history(MAP)).toHaveLength(1)
  })

  it('does not put several values under one key, which would break the browser of whoever deletes the record', async () => {
    const [ada, eve] = [await test.join('ada'), await test.join('eve')]
    const doc = new Y.Doc()
    doc.getMap('touchpoints').set('t', new Y.Map())
    ada.update(Y.encodeStateAsUpdate(doc))
    await saved(ada, 1)
    const several = handMade({ client: 9, clock: 0 }, 'xyz', { client: doc.clientID, clock: 0 }, null)
    eve.update(several)
    expect(eve.closed?.code).toBe(4500)
    // A deletion in the same frame, which divides it.
    const again = await test.join('eve')
    again.update(Uint8Array.of(...several.subarray(0, -1), 1, 9, 1, 1, 1))
    await again.until(({ closed }) => closed?.code === 4500)
    const room = await test.room()
    await room.drained()
    expect(room.doc.getMap('touchpoints').toJSON()).toEqual({ t: {} })
  })

  it('is not what honest people write who overwrite a value again and again and keep what they deleted', async () => {
    const ada = await test.join('ada')
    const doc = new Y.Doc({ gc: false })
    for (let value = 0; value < 5; value += 1) doc.getMap('touchpoints').set('t', value)
    expect(doc.store.clients.get(doc.clientID)).toHaveLength(2)
    ada.step2(Y.encodeStateAsUpdate(doc))
    await saved(ada, 1)
    expect(await docOnDisk(test.disk).then(disk => disk.getMap('touchpoints').toJSON())).toEqual({ t: 4 })
  })
})
