import { type MapLayout, overlaps, type Rect } from '#shared/model/layout/MapLayout.ts'
import type { Point } from './drop.ts'

function holds({ x, y, width, height }: Rect, at: Point): boolean {
  return at.x >= x && at.y >= y && at.x < x + width && at.y < y + height
}

/** The card or note at a point of the map (absolute map units); of several the one that lies on top. */
export function cardAt({ touchpoints, notes }: MapLayout, at: Point): string | null {
  let found: string | null = null
  for (const rects of [notes, touchpoints]) for (const [id, rect] of rects) if (holds(rect, at)) found = id
  return found
}

/** The cards and notes that share any area with a rectangle of the map, from below to above. */
export function cardsIn({ touchpoints, notes }: MapLayout, area: Rect): string[] {
  const found: string[] = []
  for (const rects of [notes, touchpoints]) for (const [id, rect] of rects) if (overlaps(rect, area)) found.push(id)
  return found
}
