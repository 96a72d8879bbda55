import { expect, it } from 'vitest'
import { PerAddress } from './PerAddress.ts'
import { OwnedClock } from './testing/OwnedClock.ts'

it('each address has its own rate', () => {
  const clock = new OwnedClock()
  const rates = new PerAddress({ burst: 2, perSecond: 1 }, clock)
  expect([rates.use('a'), rates.use('a'), rates.use('a'), rates.use('b')]).toEqual([true, true, false, true])
  expect([rates.isSpent('a'), rates.isSpent('b'), rates.isSpent('c')]).toEqual([true, false, false])
  clock.advance(1_000)
  expect([rates.isSpent('a'), rates.use('a'), rates.use('a')]).toEqual([false, true, false])
})

it('no more addresses are remembered than there is room for, and those who are busy stay', () => {
  const rates = new PerAddress({ burst: 1, perSecond: 0 }, new OwnedClock(), 3)
  rates.use('busy')
  for (let index = 0; index < 100; index += 1) {
    rates.use(`other ${index}`)
    expect(rates.use('busy')).toBe(false)
  }
  expect(rates.size).toBe(3)
  expect(rates.use('other 0')).toBe(true)
})
