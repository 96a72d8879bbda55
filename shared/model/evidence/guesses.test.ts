import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { guessesFor, guessOf, teamGuess } from './guesses.ts'

describe('what each person of the team guessed', () => {
  const map = mapWith({
    guesses: [
      { id: 'g1', assumption: 'a', by: 'ada', feeling: 2 },
      { id: 'g2', assumption: 'a', by: 'ben', feeling: -1 },
      { id: 'g3', assumption: 'a', by: 'ada', feeling: 1 },
      { id: 'g4', assumption: 'other', by: 'ada', feeling: -2 },
    ],
  })

  it('is kept for each, as they last said, and shows how far apart they are', () => {
    expect(guessesFor(map, 'a')).toEqual({ values: [-1, 1], median: 0, low: -1, high: 1 })
    expect(guessesFor(map, 'nobody')).toBeNull()
    expect(guessOf(map.guesses, 'a', 'ada')?.id).toBe('g3')
    expect(guessOf(map.guesses, 'a', 'cleo')).toBeNull()
  })

  it.each([
    [[], 2, 2],
    [[1], 2, 2],
    [[2], 1, 1],
    [[-2, -2], 2, -2],
    [[-1], 0, 0],
    [[0], -1, -1],
    [[-1, 1], 0, 0],
  ])('among %j a guess of %i makes it %i for the team', (others, now, team) => {
    expect(teamGuess(others, now)).toBe(team)
  })

  it('makes a team guess that is a whole step between the lowest and the highest', () => {
    const step = fc.integer({ min: -2, max: 2 })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 9 }), step, (others, now) => {
        const team = teamGuess(others, now)
        expect(Number.isInteger(team)).toBe(true)
        expect(Object.is(team, -0)).toBe(false)
        expect(team).toBeGreaterThanOrEqual(Math.min(...others, now))
        expect(team).toBeLessThanOrEqual(Math.max(...others, now))
      }),
    )
  })
})
