import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeBarrier, MESSAGE } from '#shared/protocol/messages.ts'
import { AWARENESS_CLIENTS, AWARENESS_STATE, FRAME_COST, FRAMES, HELD_BARRIERS } from './limits.ts'
import { type TestRooms, testRooms, typed } from './testing/testRooms.ts'

const MEGABYTE = 1024 * 1024

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

it('who asks for all of a large map again and again is sent away, and may ask again when time has gone by', async () => {
  const [ada, ben] = [await test.join('ada'), await test.join('ben')]
  ada.update(typed(new Y.Doc(), 'x'.repeat(8 * MEGABYTE)))
  ada.barrier(1)
  await ada.until(({ barriers }) => barriers.length > 0)
  const eve = await test.join('eve', 'viewer')
  let asked = 0
  for (; asked < 100 && !eve.closed; asked += 1) eve.step1()
  expect(eve.closed?.code).toBe(1013)
  expect(asked * 8 * MEGABYTE).toBeLessThan(FRAMES.burst + 9 * MEGABYTE)
  expect(ben.closed).toBeNull()
  const vic = await test.join('vic', 'viewer')
  for (let index = 0; index < 20; index += 1) {
    vic.step1()
    test.clock.advance(9_000)
  }
  expect(vic.closed).toBeNull()
})

it('who asks who is here again and again is sent away', async () => {
  const [ada, eve] = [await test.join('ada'), await test.join('eve', 'viewer')]
  ada.aware({ client: 7, clock: 1, state: { words: 'x'.repeat(AWARENESS_STATE - 1_000) } })
  let asked = 0
  for (; asked < 10_000 && !eve.closed; asked += 1) eve.say(Uint8Array.of(MESSAGE.queryAwareness))
  expect(eve.closed?.code).toBe(1013)
  expect(ada.closed).toBeNull()
})

it('who sends small frames without end is sent away: each costs the server as much as a larger one', async () => {
  const eve = await test.join('eve')
  const update = typed(new Y.Doc(), 'x'.repeat(MEGABYTE))
  // The same again and again changes nothing, and leaves less than a megabyte to spend.
  for (let index = 0; index < Math.floor(FRAMES.burst / MEGABYTE) - 1; index += 1) eve.update(update)
  expect(eve.closed).toBeNull()
  const most = MEGABYTE / FRAME_COST
  let sent = 0
  for (; sent < 2 * most && !eve.closed; sent += 1) eve.say(encodeBarrier(1))
  expect(eve.closed?.code).toBe(1013)
  expect(sent).toBeLessThanOrEqual(most + 1)
})

it('who leaves a gap and goes on asking what is saved makes the server keep only the last hundred questions', async () => {
  const eve = await test.join('eve')
  const doc = new Y.Doc()
  const [first, second] = [typed(doc, 'one '), typed(doc, 'two')]
  eve.update(second)
  for (let number = 0; number < 1_000; number += 1) eve.barrier(number)
  expect(eve.barriers).toEqual([])
  eve.step2(Y.mergeUpdates([first, second]))
  await eve.until(({ barriers }) => barriers.length > 0)
  expect(eve.barriers).toEqual(Array.from({ length: HELD_BARRIERS }, (_, index) => 1_000 - HELD_BARRIERS + index))
})

it('who speaks for more clients than any room has is sent away, and nobody hears of them', async () => {
  const [ada, eve] = [await test.join('ada'), await test.join('eve')]
  const many = Array.from({ length: AWARENESS_CLIENTS + 1 }, (_, client) => ({ client, clock: 1, state: {} }))
  eve.aware(...many)
  expect(eve.closed?.code).toBe(4413)
  test.clock.advance(1_000)
  expect(ada.presence).toEqual([])
})

it('who sends while the server works on the map makes it hold only so much', async () => {
  const [ada, eve] = [await test.join('ada'), await test.join('eve')]
  const room = await test.room()
  test.held.hold()
  const commit = room.commit('server', doc => doc.getText().insert(0, 'own '))
  const append = await test.held.append()
  // What waits is not read yet, so it costs no more than its bytes; the rate of frames lets it come over time.
  for (let index = 0; index < 4 && !eve.closed; index += 1) {
    for (let at = 0; at < 20 && !eve.closed; at += 1) eve.update(new Uint8Array(MEGABYTE))
    test.clock.advance(30_000)
  }
  expect(eve.closed?.code).toBe(1013)
  ada.update(typed(new Y.Doc(), 'patient'))
  test.held.letGo()
  await append.release()
  await commit
  ada.barrier(1)
  await ada.until(({ barriers, closed }) => barriers.length > 0 || closed !== null)
  expect(ada.closed).toBeNull()
  expect(await test.text()).toContain('patient')
})
