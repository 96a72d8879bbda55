import { describe, expect, it } from 'vitest'
import { keepSame } from './keepSame.ts'

describe('what is read again after an edit', () => {
  it('is the very same object when nothing changed', () => {
    const before = { title: 'A', stages: [{ name: 'x', counts: [1, null] }] }
    expect(keepSame(before, structuredClone(before))).toBe(before)
  })

  it('keeps the parts that did not change', () => {
    const before = { title: 'A', stages: [{ name: 'x' }, { name: 'y' }] }
    const now = keepSame(before, { title: 'A', stages: [{ name: 'x' }, { name: 'z' }] })
    expect(now).toEqual({ title: 'A', stages: [{ name: 'x' }, { name: 'z' }] })
    expect(now.stages[0]).toBe(before.stages[0])
    expect(now.stages[1]).not.toBe(before.stages[1])
  })

  it('follows what was added, taken away, or became something else', () => {
    expect(keepSame([1, 2], [1])).toEqual([1])
    expect(keepSame([1], [1, 2])).toEqual([1, 2])
    expect(keepSame({ a: null }, { a: { b: 1 } })).toEqual({ a: { b: 1 } })
    expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
    expect(keepSame({ a: undefined }, { b: undefined })).toEqual({ b: undefined })
    expect(keepSame([], {})).toEqual({})
  })
})
