import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type TestRooms, testRooms, typed } from '../sync/testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

it('the lag is the age of the oldest edit that is not on disk, also of one that came while another was written', async () => {
  const ada = await test.join('ada')
  expect(test.rooms.stats()).toMatchObject({ lag: 0, log: { entries: 1 } })
  test.held.hold()
  const doc = new Y.Doc()
  ada.update(typed(doc, 'one'))
  const first = await test.held.append()
  test.clock.advance(300)
  ada.update(typed(doc, 'two'))
  test.clock.advance(200)
  expect(test.rooms.stats().lag).toBe(500)
  await first.release()
  expect(test.rooms.stats().lag).toBe(200)
  const second = await test.held.append()
  await second.fail(new Error('no'))
  test.clock.advance(100)
  expect(test.rooms.stats().lag).toBe(300)
  test.clock.advance(1_000)
  await (await test.held.append()).release()
  expect(test.rooms.stats()).toMatchObject({ lag: 0, unsaved: 0, log: { entries: 3 } })
})
