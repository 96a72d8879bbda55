import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { REFUSALS } from '#shared/protocol/closeCodes.ts'
import { identity, Peer } from './testing/Peer.ts'
import { MAP, type TestRooms, testRooms, textOf, typed } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

/** Erases everything but these words, from the map and from its versions. */
function rewrite(words: string): Promise<void> {
  return test.rooms.rewrite(MAP, 'ann', async () => ({ state: typed(new Y.Doc(), words), versions: new Map() }))
}

async function saved(peer: Peer): Promise<void> {
  peer.barrier(99)
  await peer.until(({ barriers, closed }) => barriers.includes(99) || closed !== null)
}

describe('when the history of a map is rewritten', () => {
  it('everybody is closed once with 4410, and who comes again sees the new map alone', async () => {
    const [ada, val] = [await test.join('ada'), await test.join('val', 'viewer')]
    ada.update(typed(new Y.Doc(), 'secret '))
    await rewrite('clean')
    expect([ada.closed?.code, val.closed?.code]).toEqual([4410, 4410])
    const again = await test.join('ada')
    again.step1()
    await again.until(({ heard }) => heard.some(({ type }) => type === 'step2'))
    expect(textOf(again.doc)).toBe('clean')
    expect(await test.text()).toBe('clean')
    expect((await test.room()).epoch).toBeGreaterThan(1)
    expect((await test.disk.history(MAP)).at(-1)).toMatchObject({ author: 'ann' })
  })

  it('an edit that arrives meanwhile is not confirmed, and not taken into the new map', async () => {
    const ada = await test.join('ada')
    await test.rooms.rewrite(MAP, 'ann', async () => {
      ada.update(typed(new Y.Doc(), 'late '))
      ada.barrier(1)
      return { state: typed(new Y.Doc(), 'clean'), versions: new Map() }
    })
    expect(ada.barriers).toEqual([])
    expect(ada.closed?.code).toBe(4410)
    expect(await test.text()).toBe('clean')
  })

  it('a browser that kept the old copy and says no epoch can’t merge the erased words back in', async () => {
    const doc = new Y.Doc()
    const ada = await test.join('ada')
    ada.step1()
    await ada.until(({ heard }) => heard.some(({ type }) => type === 'step2'))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ada.doc))
    ada.update(typed(doc, ' secret of ada'))
    await saved(ada)
    await rewrite('clean')

    const back = await test.join('ada')
    back.step2(Y.encodeStateAsUpdate(doc))
    expect(back.all('refused').map(({ reason }) => reason)).toEqual([REFUSALS.foreign])
    expect(back.closed?.code).toBe(4403)
    // Nor by writing on under the id of then, nor what the server itself had written.
    for (const client of doc.store.clients.keys()) {
      const again = new Peer(await test.room(), identity('ada'))
      const update = Y.diffUpdate(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(only(doc, client)))
      again.update(update)
      expect(again.closed?.code).toBe(4403)
    }
    expect(await test.text()).toBe('clean')
    expect(textOf((await test.room()).doc)).toBe('clean')
  })

  it('everybody edits on under new client ids, also after the map was unloaded', async () => {
    await rewrite('clean')
    test.clock.advance(60_000)
    const ben = await test.join('ben')
    ben.update(typed(new Y.Doc(), 'more '))
    await saved(ben)
    expect(ben.closed).toBeNull()
    expect(await test.text()).toContain('more')
  })

  it('that fails, nothing has changed and nobody is closed', async () => {
    const ada = await test.join('ada')
    const failing = test.rooms.rewrite(MAP, 'ann', () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    ada.update(typed(new Y.Doc(), 'and on '))
    await saved(ada)
    expect(ada.closed).toBeNull()
    expect(await test.text()).toContain('and on')
    await expect(test.rooms.rewrite('none', '', () => Promise.reject(new Error('no')))).rejects.toMatchObject({
      code: 'unknown_map',
    })
  })
})

/** A document that has all that the others wrote, and nothing of this client. */
function only(doc: Y.Doc, client: number): Y.Doc {
  const others = new Y.Doc()
  const vector = Y.decodeStateVector(Y.encodeStateVector(doc))
  vector.delete(client)
  for (const id of vector.keys()) others.store.clients.set(id, doc.store.clients.get(id) ?? [])
  return others
}
