import { describe, expect, it } from 'vitest'
import { keyTarget } from '../lists/keyTarget.ts'
import { choose, keepListed, NOTHING } from './selection.ts'

const rows = ['a', 'b', 'c', 'd', 'e']

describe('choosing in a list', () => {
  it('chooses a range from where it began, in both directions', () => {
    const begun = choose(NOTHING, rows, 'c', 'one')
    const down = choose(begun, rows, 'e', 'range')
    expect([...down.chosen]).toEqual(['c', 'd', 'e'])
    expect([...choose(down, rows, 'a', 'range').chosen]).toEqual(['a', 'b', 'c'])
  })

  it('adds one to others and takes it away again', () => {
    const two = choose(choose(NOTHING, rows, 'a', 'one'), rows, 'd', 'toggle')
    expect([...two.chosen]).toEqual(['a', 'd'])
    expect([...choose(two, rows, 'a', 'toggle').chosen]).toEqual(['d'])
  })

  it('moves the keyboard without choosing', () => {
    const moved = choose(choose(NOTHING, rows, 'a', 'one'), rows, 'b', 'move')
    expect([...moved.chosen]).toEqual(['a'])
    expect(moved.active).toBe('b')
  })

  it('forgets what is no longer listed, and begins a new range when its beginning is gone', () => {
    const begun = choose(choose(NOTHING, rows, 'b', 'one'), rows, 'd', 'range')
    const kept = keepListed(begun, ['c', 'd', 'e'])
    expect([...kept.chosen]).toEqual(['c', 'd'])
    expect([...choose(kept, ['c', 'd', 'e'], 'e', 'range').chosen]).toEqual(['e'])
    expect(keepListed(kept, rows)).toBe(kept)
  })

  it('stops at both ends', () => {
    expect(keyTarget('ArrowDown', 4, 5, 3)).toBe(4)
    expect(keyTarget('ArrowUp', 0, 5, 3)).toBe(0)
    expect(keyTarget('PageDown', 3, 5, 3)).toBe(4)
    expect(keyTarget('ArrowDown', -1, 5, 3)).toBe(0)
    expect(keyTarget('ArrowDown', -1, 0, 3)).toBeNull()
    expect(keyTarget('x', 1, 5, 3)).toBeNull()
  })
})
