import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { set } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { updateOf } from '#shared/doc/encode.ts'
import { readMap } from '#shared/doc/read.ts'
import { newDoc, rootOf } from '#shared/doc/roots.ts'
import { MAP_RECORD } from '#shared/model/records/map.ts'
import { REFUSALS } from '#shared/protocol/closeCodes.ts'
import type { Peer } from './testing/Peer.ts'
import { type TestRooms, testRooms } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

async function saved(peer: Peer): Promise<void> {
  peer.barrier(99)
  await peer.until(({ barriers }) => barriers.includes(99))
}

/** A copy of what the server holds, in which somebody writes. */
async function copy(): Promise<Y.Doc> {
  const doc = newDoc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate((await test.room()).doc))
  return doc
}

const open = (doc: Y.Doc, originalsFor: 'editors' | 'facilitators', title: string) =>
  updateOf(doc, () => edit(doc, [set('map', MAP_RECORD, { originalsFor, title })], { person: '', now: 0 }))

async function rule(): Promise<[string, string]> {
  const room = await test.room()
  // In its turn, as the routes read it: right after a refusal the document is still being read anew.
  await room.commit('', () => {})
  const { originalsFor, title } = readMap(room.doc).map
  return [originalsFor, title]
}

describe('who may see originals', () => {
  beforeEach(async () => {
    const fay = await test.join('fay', 'facilitator')
    const doc = newDoc()
    fay.update(updateOf(doc, () => rootOf(doc, 'map').set(MAP_RECORD, new Y.Map([['title', new Y.Text('Closed')]]))))
    fay.update(open(doc, 'facilitators', 'Closed'))
    await saved(fay)
    expect(await rule()).toEqual(['facilitators', 'Closed'])
  })

  const ways: [string, (doc: Y.Doc) => Uint8Array][] = [
    ['by setting it', doc => open(doc, 'editors', 'Opened')],
    [
      'by taking it away',
      doc => updateOf(doc, () => (rootOf(doc, 'map').get(MAP_RECORD) as Y.Map<unknown>).delete('originalsFor')),
    ],
    ['by another record in its place', doc => updateOf(doc, () => rootOf(doc, 'map').set(MAP_RECORD, new Y.Map()))],
    ['by no record at all', doc => updateOf(doc, () => rootOf(doc, 'map').delete(MAP_RECORD))],
  ]
  it.each(ways)('is not changed by an editor %s', async (_, write) => {
    const ada = await test.join('ada')
    ada.update(write(await copy()))
    expect(ada.all('refused').map(({ reason }) => reason)).toEqual([REFUSALS.reserved])
    expect(ada.closed?.code).toBe(4403)
    expect(await rule()).toEqual(['facilitators', 'Closed'])
    const ben = await test.join('ben')
    const own = await copy()
    ben.update(open(own, 'facilitators', 'Renamed'))
    await saved(ben)
    expect(await rule()).toEqual(['facilitators', 'Renamed'])
  })

  it('is changed by a facilitator', async () => {
    const fay = await test.join('fay', 'facilitator')
    fay.update(open(await copy(), 'editors', 'Open'))
    await saved(fay)
    expect(await rule()).toEqual(['editors', 'Open'])
  })
})
