import { expect, it } from 'vitest'
import { leaveRounds } from '../../e2e/soak/support/leaveRounds.ts'
import { chosenSeed } from '../../e2e/soak/support/random.ts'

it('a server that is started anew under fifty people who edit loses nothing, and all are back within 15 s, not at once', async () => {
  const { made, slowest } = await leaveRounds(chosenSeed(), 1)
  expect(made).toBeGreaterThan(50)
  expect(slowest).toBeLessThan(15_000)
}, 120_000)
