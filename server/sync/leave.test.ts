import { expect, it } from 'vitest'
import { leaveRounds } from '../../e2e/soak/support/leaveRounds.ts'
import { chosenSeed } from '../../e2e/soak/support/random.ts'

/** Milliseconds; the soak holds an idle machine to 15 s, and a busy one needs that for the start of a process alone. */
const PATIENCE = 60_000

it('a server that is started anew under fifty people who edit loses nothing, and all are back, but not at once', async () => {
  const { made } = await leaveRounds(chosenSeed(), 1, PATIENCE)
  expect(made).toBeGreaterThan(50)
}, 120_000)
