import { describe, expect, it } from 'vitest'
import { feelingNumber, gapWords } from './feelingWords.ts'

const heard = (median: number) => ({ median, customers: 3, values: [median, median, median] })

describe('the gap between what we assumed and what customers felt', () => {
  it('says in steps how much worse or better customers feel', () => {
    expect(gapWords(1, heard(-1))).toBe('Customers feel 2 steps worse than we assumed')
    expect(gapWords(-1, heard(0))).toBe('Customers feel 1 step better than we assumed')
    expect(gapWords(2, heard(0.5))).toBe('Customers feel 1½ steps worse than we assumed')
    expect(gapWords(0, heard(0.5))).toBe('Customers feel half a step better than we assumed')
  })

  it('says so when we guessed right, and never that a gap of a hair is one', () => {
    expect(gapWords(1, heard(1))).toBe('Customers feel what we assumed')
    expect(gapWords(1, heard(1.2))).toBe('Customers feel what we assumed')
  })

  it('says what is missing instead of a gap', () => {
    expect(gapWords(1, null)).toBe('No customer has said how this felt')
    expect(gapWords(null, heard(-2))).toBe('Customers felt very bad; we have not guessed')
    expect(gapWords(null, null)).toBe('No guess yet, and no customer has said how this felt')
  })
})

describe('a feeling as a number', () => {
  it('carries its sign', () => {
    expect([-2, -0.5, 0, 1].map(feelingNumber)).toEqual(['−2', '−0.5', '0', '+1'])
  })
})
