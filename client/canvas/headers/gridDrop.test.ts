import { describe, expect, it } from 'vitest'
import { gridDrop } from './gridDrop.ts'

const spans = ['a', 'b', 'c'].map((id, index) => ({ id, start: index * 100, size: 100 }))

describe('a dragged stage', () => {
  it('comes before the one whose first half is under the pointer, and to the end behind the last', () => {
    expect(gridDrop(spans, 'c', 20)).toEqual({ before: 'a', at: 0 })
    expect(gridDrop(spans, 'c', 60)).toEqual({ before: 'b', at: 100 })
    expect(gridDrop(spans, 'a', 260)).toEqual({ before: null, at: 300 })
    expect(gridDrop(spans, 'a', 9_999)).toEqual({ before: null, at: 300 })
  })

  it('stays where it stands, and nothing happens to one that a colleague deleted', () => {
    expect(gridDrop(spans, 'b', 60)).toBeNull()
    expect(gridDrop(spans, 'b', 240)).toBeNull()
    expect(gridDrop(spans, 'gone', 20)).toBeNull()
  })
})
