import { describe, expect, it } from 'vitest'
import { stickOffset } from './stickOffset.ts'

describe('the name of a lane', () => {
  it('stands at its beginning while that is in view', () => {
    expect(stickOffset(100, 400, 56, 72)).toBe(0)
  })

  it('stays in view while the lane is scrolled away under the edge', () => {
    expect(stickOffset(-200, 400, 56, 72)).toBe(256)
  })

  it('leaves together with the end of its lane', () => {
    expect(stickOffset(-380, 400, 56, 72)).toBe(328)
  })

  it('never moves in a lane that is lower than the name', () => {
    expect(stickOffset(-30, 40, 56, 72)).toBe(0)
  })
})
