import { expect, it } from 'vitest'
import { Allowance } from './Allowance.ts'
import { OwnedClock } from './testing/OwnedClock.ts'

it('an allowance is used up at once or over time, and never grows beyond its burst', () => {
  const clock = new OwnedClock()
  const allowance = new Allowance({ burst: 10, perSecond: 2 }, clock)
  expect([allowance.use(8), allowance.use(3), allowance.use(2)]).toEqual([true, false, true])
  expect([allowance.has(2), allowance.has(1)]).toEqual([false, false])
  clock.advance(1_500)
  expect([allowance.use(4), allowance.use(3)]).toEqual([false, true])
  clock.advance(60_000)
  expect(allowance.has(10)).toBe(true)
  expect([allowance.use(11), allowance.use(10)]).toEqual([false, true])
})

it('a clock that is set back neither gives nor takes', () => {
  let now = 10_000
  const allowance = new Allowance({ burst: 10, perSecond: 1 }, { now: () => now })
  allowance.use(5)
  now = 0
  expect([allowance.use(6), allowance.use(5)]).toEqual([false, true])
})
