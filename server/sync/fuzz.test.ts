import { expect, it } from 'vitest'
import { fuzzFrames } from '../../e2e/soak/support/fuzzFrames.ts'
import { chosenSeed } from '../../e2e/soak/support/random.ts'

it('broken frames close their own connection, and room, log and people keep one document', async () => {
  const { closed, changed } = await fuzzFrames(chosenSeed(), 20_000)
  expect(closed).toBeGreaterThan(1_000)
  expect(changed).toBeGreaterThan(10)
}, 120_000)
