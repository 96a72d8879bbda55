import { describe, expect, it } from 'vitest'
import { namesWithRoom } from './placeHeaders.ts'

const spans = (...sizes: number[]) => {
  let start = 0
  return sizes.map(size => {
    const span = { start, size }
    start += size
    return span
  })
}

describe('the names of stages from afar', () => {
  it('are all shown while each column has room for a line', () => {
    expect(namesWithRoom(spans(280, 280, 280), 280)).toEqual([true, true, true])
  })

  it('are left out where they would lie on the one before, and no more of them than that', () => {
    expect(namesWithRoom(spans(280, 280, 280, 280, 280), 300)).toEqual([true, false, true, false, true])
    expect(namesWithRoom(spans(280, 900, 280, 280), 600)).toEqual([true, false, true, false])
  })
})
