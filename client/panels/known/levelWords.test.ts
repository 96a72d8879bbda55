import { describe, expect, it } from 'vitest'
import { cellWords } from './levelWords.ts'

const cell = { customers: 0, level: 'empty' as const, newest: null, stale: false, touchpoints: ['t'] }

describe('a cell of the coverage', () => {
  it('says in words what its shade shows', () => {
    expect(cellWords(cell, 5)).toBe('nobody heard')
    expect(cellWords({ ...cell, touchpoints: [] }, 5)).toBe('no touchpoint')
    expect(cellWords({ ...cell, customers: 1, level: 'single' }, 5)).toBe('4 more needed')
    expect(cellWords({ ...cell, customers: 7, level: 'enough' }, 5)).toBe('enough')
  })

  it('says of old words when the last of them was said', () => {
    const old = { ...cell, customers: 2, level: 'few' as const, stale: true, newest: '2023-04-05' }
    expect(cellWords(old, 5)).toBe('3 more needed, old: 5 Apr 2023')
  })
})
