import { describe, expect, it } from 'vitest'
import { ago } from './HomeAgo.ts'

describe('when a map was opened', () => {
  it.each([
    [0, 'just now'],
    [-5_000, 'just now'],
    [90_000, '1 minute ago'],
    [3 * 3_600_000, '3 hours ago'],
    [30 * 3_600_000, 'yesterday'],
    [15 * 86_400_000, '2 weeks ago'],
    [400 * 86_400_000, 'last year'],
  ])('%i milliseconds are “%s”', (passed, words) => {
    expect(ago(2_000_000_000_000 - passed, 2_000_000_000_000)).toBe(words)
  })
})
