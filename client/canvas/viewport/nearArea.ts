import type { Rect } from '#shared/model/layout/MapLayout.ts'
import type { Viewport } from './viewportMath.ts'

/** How much of the screen is kept around it on each side. */
const PADDING = 0.2
/** As soon as this little is left beyond an edge, more is taken in. */
const LEAST = 0.05
/** An area that is so many times wider than needed, after zooming in, is given up. */
const TOO_WIDE = 2

/** What of the map is on a screen of this size; map units. */
export function visibleRect({ x, y, zoom }: Viewport, { width, height }: { width: number; height: number }): Rect {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
}

/**
 * The part of the map of which cards and links are elements: what is visible and something around it. It stays the very
 * same object while one moves about in it, so that panning renders nothing.
 */
export function nearArea(before: Rect | null, visible: Rect): Rect {
  const needed = PADDING * 2 + 1
  const fits =
    before !== null &&
    before.x <= visible.x - visible.width * LEAST &&
    before.y <= visible.y - visible.height * LEAST &&
    before.x + before.width >= visible.x + visible.width * (1 + LEAST) &&
    before.y + before.height >= visible.y + visible.height * (1 + LEAST) &&
    before.width <= visible.width * needed * TOO_WIDE
  if (before !== null && fits) return before
  return {
    x: visible.x - visible.width * PADDING,
    y: visible.y - visible.height * PADDING,
    width: visible.width * needed,
    height: visible.height * needed,
  }
}
