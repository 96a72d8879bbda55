import fc from 'fast-check'
import { generateKeyBetween } from 'jittered-fractional-indexing'
import { expect, it } from 'vitest'
import { isOrderKey } from './order.ts'

/** What those who make the keys say, by taking it or not. */
function isTaken(key: string): boolean {
  try {
    generateKeyBetween(key, null, { jitterBits: 0 })
    return true
  } catch {
    return false
  }
}

it('takes for a key what something can be put behind, and nothing else', () => {
  const digits = fc.stringMatching(/^[0-9A-Za-z]{0,30}$/)
  const zeros = fc.nat(30).map(count => '0'.repeat(count))
  const tried = fc
    .tuple(fc.constantFrom(...'AYZabyz0'), fc.oneof(digits, zeros), fc.oneof(fc.constant(''), zeros, digits))
    .map(parts => parts.join(''))
  const seen = { keys: 0, others: 0 }
  fc.assert(
    fc.property(tried, key => {
      seen[isTaken(key) ? 'keys' : 'others'] += 1
      expect(isOrderKey(key)).toBe(isTaken(key))
    }),
    { numRuns: 2_000, examples: [[`A${'0'.repeat(26)}`], [`z${'z'.repeat(26)}`], ['a0'], ['a00'], ['a0V']] },
  )
  expect(Math.min(seen.keys, seen.others)).toBeGreaterThan(100)
  for (const other of [undefined, null, 7, '', 'a 0', 'ä0', `a${'1'.repeat(3_000)}`])
    expect(isOrderKey(other)).toBe(false)
})
