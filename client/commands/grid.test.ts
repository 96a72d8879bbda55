import { afterEach, describe, expect, it } from 'vitest'
import { layout } from '#shared/model/layout/layout.ts'
import { resize } from './grid.ts'
import { showLayout } from './shownLayout.ts'
import { openMapWith } from './testing/openMapWith.ts'
import { setTextSize } from './textSize.ts'

describe('a lane', () => {
  afterEach(() => setTextSize('M'))

  it.each(['S', 'M', 'XL'] as const)('is made taller by the same for everybody, in text of size %s too', size => {
    const { open, map } = openMapWith({ stages: [{ id: 's' }], lanes: [{ id: 'l', height: 200 }] })
    const factor = { S: 0.875, M: 1, XL: 1.6 }[size]
    const none = { width: 0, height: 0 }
    showLayout(open, () => layout(map(), { touchpoint: () => none, note: () => none, laneScale: factor }))
    setTextSize(size)
    resize(open, 'lanes', 'l', 1)
    expect(map().lanes[0]?.height).toBe(280)
  })
})
