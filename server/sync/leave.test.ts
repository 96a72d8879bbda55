import { expect, it } from 'vitest'
import { leaveRounds } from '../../e2e/soak/support/leaveRounds.ts'
import { chosenSeed } from '../../e2e/soak/support/random.ts'

/**
 * The soak holds an idle machine to 15 s and to a part of all people in one moment. A busy machine needs that long for
 * the start of a process alone, and lets everybody run in the same moment; that the server spreads the returns is held
 * by an owned clock.
 */
const ALLOWED = { within: 90_000, crowd: 1 }

it('a server that is started anew under fifty people who edit loses nothing, and all are back', async () => {
  const { made } = await leaveRounds(chosenSeed(), 1, ALLOWED)
  expect(made).toBeGreaterThan(50)
}, 180_000)
