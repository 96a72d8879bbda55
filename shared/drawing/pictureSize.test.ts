import { describe, expect, it } from 'vitest'
import { pictureSize } from './pictureSize.ts'

describe('a picture of a map', () => {
  it('has whole pixels, so that nothing is cut at its edges', () => {
    expect(pictureSize({ width: 100.2, height: 50 }, 2)).toEqual({ width: 201, height: 100, fits: true })
  })

  it('is not offered longer, or larger in all, than can be drawn', () => {
    expect(pictureSize({ width: 8_000, height: 100 }, 4).fits).toBe(true)
    expect(pictureSize({ width: 8_001, height: 100 }, 4).fits).toBe(false)
    expect(pictureSize({ width: 4_000, height: 4_000 }, 2).fits).toBe(true)
    expect(pictureSize({ width: 4_000, height: 4_000 }, 4).fits).toBe(false)
  })
})
