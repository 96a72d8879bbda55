import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeBarrier, MESSAGE } from '#shared/protocol/messages.ts'
import { AWARENESS_STATE, FRAME_COST, FRAMES } from './limits.ts'
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
