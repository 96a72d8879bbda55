import { expect, it } from 'vitest'
import { killRounds } from '../../e2e/soak/support/killRounds.ts'
import { chosenSeed } from '../../e2e/soak/support/random.ts'

it('a server that is killed again and again loses no edit that it confirmed or showed', async () => {
  const { made, confirmedAtKills } = await killRounds(chosenSeed(), 5)
  expect(confirmedAtKills).toBeGreaterThan(0)
  expect(made).toBeGreaterThan(confirmedAtKills)
}, 120_000)
