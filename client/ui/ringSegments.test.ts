import { describe, expect, it } from 'vitest'
import { ringSegments, ringWords } from './ringSegments.ts'

const parts = (d: string) => d.split('M').length - 1

describe('the ring of voices', () => {
  it('fills one segment for each customer and leaves the others hollow', () => {
    const { hollow, filled, against } = ringSegments({ needed: 5, supports: 2, contradicts: 0, size: 28 })
    expect(parts(filled)).toBe(2)
    expect(parts(hollow)).toBe(3)
    expect(against).toBeNull()
  })

  it('is full and no fuller when more customers speak than are needed', () => {
    const { hollow, filled } = ringSegments({ needed: 5, supports: 63, contradicts: 0, size: 28 })
    expect(parts(filled)).toBe(5)
    expect(hollow).toBe('')
  })

  it('shows those against on an arc inside, a whole turn at most', () => {
    const one = ringSegments({ needed: 5, supports: 0, contradicts: 1, size: 28 }).against
    const many = ringSegments({ needed: 5, supports: 0, contradicts: 40, size: 28 }).against
    expect(one?.path).toMatch(/^M\S+ \S+A/)
    expect(many?.path).not.toContain('NaN')
  })

  it('becomes one arc on a map that needs more voices than segments can be told apart', () => {
    const { hollow, filled } = ringSegments({ needed: 40, supports: 10, contradicts: 0, size: 28 })
    expect(parts(filled)).toBe(1)
    expect(parts(hollow)).toBe(1)
  })

  it('keeps its number readable: it shrinks to fit, and goes where the ring is too small', () => {
    const short = ringSegments({ needed: 5, supports: 4, contradicts: 0, size: 28 }).number ?? 0
    const long = ringSegments({ needed: 5, supports: 2518, contradicts: 3, size: 28 }).number ?? 0
    expect(long).toBeGreaterThan(0)
    expect(long).toBeLessThan(short)
    expect(ringSegments({ needed: 5, supports: 4, contradicts: 0, size: 16 }).number).toBeNull()
  })

  it('says in words what it shows', () => {
    expect(ringWords({ needed: 5, supports: 4, contradicts: 1 })).toBe('4 of 5 customers needed, 1 against')
  })
})
