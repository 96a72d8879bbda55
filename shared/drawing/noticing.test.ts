import { describe, expect, it } from 'vitest'
import { plainWidths } from '../testing/plainWidths.ts'
import { noticing } from './noticing.ts'

const FONT = { family: 'sans', size: 10, weight: 400 } as const

describe('words in scripts whose fonts are not here yet', () => {
  it('are told of once, together, and measured all the same', async () => {
    const told: string[] = []
    const known = new Set(['很'])
    const measure = noticing(plainWidths, known, characters => told.push(characters))
    expect(measure('Good, “fine” 很好', FONT)).toBe(plainWidths('Good, “fine” 很好', FONT))
    measure('好吗 تم', FONT)
    await Promise.resolve()
    expect(told).toEqual(['好吗تم'])
    measure('好', FONT)
    measure('啊', FONT)
    await Promise.resolve()
    expect(told).toEqual(['好吗تم', '啊'])
  })
})
