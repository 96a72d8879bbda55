import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { nearArea, visibleRect } from './nearArea.ts'
import { MAX_ZOOM, MIN_ZOOM } from './viewportMath.ts'

const SCREEN = { width: 1000, height: 800 }

function holds(area: Rect, inner: Rect): boolean {
  const slack = 1e-6 * area.width
  return (
    area.x <= inner.x + slack &&
    area.y <= inner.y + slack &&
    area.x + area.width >= inner.x + inner.width - slack &&
    area.y + area.height >= inner.y + inner.height - slack
  )
}

describe('what is near', () => {
  it('always holds what is visible, and never much more, wherever one goes', () => {
    const look = fc.record({
      x: fc.integer({ min: -9000, max: 9000 }),
      y: fc.integer({ min: -9000, max: 9000 }),
      zoom: fc.double({ min: MIN_ZOOM, max: MAX_ZOOM, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(look, { minLength: 1, maxLength: 20 }), looks => {
        let area: Rect | null = null
        for (const viewport of looks) {
          const visible = visibleRect(viewport, SCREEN)
          area = nearArea(area, visible)
          expect(holds(area, visible)).toBe(true)
          expect(area.width).toBeLessThan(visible.width * 4)
        }
      }),
    )
  })

  it('stays the same while one pans a little, and changes before its edge is seen', () => {
    const at = (x: number) => visibleRect({ x, y: 0, zoom: 1 }, SCREEN)
    const area = nearArea(null, at(0))
    expect(nearArea(area, at(-140))).toBe(area)
    expect(nearArea(area, at(-170))).not.toBe(area)
  })
})
