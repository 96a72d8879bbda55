import { describe, expect, it } from 'vitest'
import { expiresAt, expiryWords } from './expiry.ts'

const now = Date.parse('2026-03-28T12:00:00Z')

describe('how long a link works', () => {
  it('is a day, a week or until it is ended', () => {
    expect(expiresAt('day', now)).toBe('2026-03-29T12:00:00.000Z')
    expect(expiresAt('week', now)).toBe('2026-04-04T12:00:00.000Z')
    expect(expiresAt('never', now)).toBeNull()
  })

  it('is said in words, and says when it is over', () => {
    expect(expiryWords(null, now)).toBeNull()
    expect(expiryWords('2026-03-29T12:00:00.000Z', now)).toMatch(/^Works until 29 Mar 2026/)
    expect(expiryWords('2026-03-28T12:00:00.000Z', now)).toMatch(/^Has ended, 28 Mar 2026/)
  })
})
