import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { handMade } from './testing/handMade.ts'
import { turn } from './testing/heldStore.ts'
import type { Peer } from './testing/Peer.ts'
import { MAP, type TestRooms, testRooms, textOf, typed } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

async function saved(peer: Peer, number: number): Promise<void> {
  peer.barrier(number)
  await peer.until(({ barriers }) => barriers.includes(number))
}

/** Whether every entry of the log builds on earlier ones alone. */
async function isInOrder(): Promise<boolean> {
  const doc = new Y.Doc()
  return ((await test.disk.load(MAP))?.updates ?? []).every(update => {
    Y.applyUpdate(doc, update)
    return !doc.store.pendingStructs && !doc.store.pendingDs
  })
}

const adas = 1
const byAda = handMade({ client: adas, clock: 0 }, 'ada', null, null)
const deletionOf = (client: number) => Uint8Array.of(0, 1, client, 1, 0, 1)

describe('what somebody guesses of a colleague’s edit before it is on disk', () => {
  it.each([
    ['beside', handMade({ client: 10, clock: 0 }, 'X', { client: adas, clock: 2 }, null)],
    ['deleting', deletionOf(adas)],
  ])('is asked for again, so that no entry of the log builds on a later one: %s it', async (_, guess) => {
    const [ada, eve] = [await test.join('ada'), await test.join('eve')]
    // Eve's entry comes first, because she was first to write in this turn.
    eve.update(handMade({ client: 9, clock: 0 }, 'E', null, null))
    ada.update(byAda)
    eve.update(guess)
    eve.barrier(1)
    await saved(ada, 1)
    expect(eve.all('step1')).toHaveLength(2)
    expect(eve.barriers).toEqual([])
    expect(await isInOrder()).toBe(true)

    eve.step2(guess)
    await eve.until(({ barriers }) => barriers.includes(1))
    expect(await isInOrder()).toBe(true)
    expect(textOf((await test.room()).doc)).toBe(await test.text())
  })

  it('is no guess when it is one’s own, from another window', async () => {
    const [ada, again] = [await test.join('ada'), await test.join('ada')]
    test.held.hold()
    ada.update(byAda)
    again.update(handMade({ client: 2, clock: 0 }, '!', { client: adas, clock: 2 }, null))
    const append = await test.held.append()
    await append.release()
    await saved(again, 1)
    expect(again.all('step1')).toHaveLength(1)
    expect(await test.text()).toContain('ada!')
    expect(await isInOrder()).toBe(true)
  })

  it('is a colleague’s ordinary edit as soon as it is on disk, also while that colleague goes on', async () => {
    const [ada, ben] = [await test.join('ada'), await test.join('ben')]
    const doc = new Y.Doc()
    test.held.hold()
    ada.update(typed(doc, 'one'))
    const first = await test.held.append()
    ada.update(typed(doc, 'two'))
    await first.release()
    const second = await test.held.append()
    const seen = ben.doc
    expect(textOf(seen)).toBe('one')
    ben.update(typed(seen, '!'))
    await turn()
    expect(ben.all('step1')).toHaveLength(1)
    await second.release()
    await (await test.held.append()).release()
    await saved(ben, 1)
    expect(await isInOrder()).toBe(true)
    for (const words of ['two', '!']) expect(await test.text()).toContain(words)
  })
})
