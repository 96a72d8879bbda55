import { expect, it } from 'vitest'
import { OwnedClock } from '../sync/testing/OwnedClock.ts'
import { Guesses } from './Guesses.ts'

function setUp() {
  const clock = new OwnedClock()
  const guesses = new Guesses({ isGenuine: token => token.startsWith('good'), clock })
  const guess = (address: string) => {
    let tries = 0
    while (guesses.mayTry(address, `guess ${tries}`)) tries += 1
    return tries
  }
  return { clock, guesses, guess }
}

it('guessing ends after a hundred tries, also for the guess that would have been right', () => {
  const { guesses, guess } = setUp()
  expect(guess('eve')).toBe(100)
  expect(guesses.mayTry('eve', 'good one')).toBe(false)
  expect(guesses.mayTry('elsewhere', 'good one')).toBe(true)
})

it('guessing goes on slowly, one try a second', () => {
  const { clock, guess } = setUp()
  guess('eve')
  clock.advance(900)
  expect(guess('eve')).toBe(0)
  clock.advance(2_200)
  expect(guess('eve')).toBe(3)
})

it('whoever came in before comes in again while somebody guesses beside them', () => {
  const { guesses, guess } = setUp()
  guesses.mayTry('workshop', 'good ada')
  guess('workshop')
  expect(guesses.mayTry('workshop', 'good ada')).toBe(true)
})

it('a token that was just made is no guess', () => {
  const { guesses, guess } = setUp()
  guess('workshop')
  guesses.remember('good new')
  expect(guesses.mayTry('workshop', 'good new')).toBe(true)
  expect(guesses.mayTry('workshop', 'good old')).toBe(false)
})

it('good tokens use up nothing, however often they are shown', () => {
  const { guesses, guess } = setUp()
  for (let index = 0; index < 1_000; index += 1) expect(guesses.mayTry('workshop', `good ${index}`)).toBe(true)
  expect(guess('workshop')).toBe(100)
})
