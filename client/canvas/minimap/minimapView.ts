import { type MapLayout, overlaps, type Rect, type Size } from '#shared/model/layout/MapLayout.ts'
import type { Point } from '../gestures/drop.ts'

/** How the map lies on the minimap: the map's 0, 0 at `x`, `y`, and `scale` pixels of the minimap a map unit. */
export type MinimapView = { readonly x: number; readonly y: number; readonly scale: number }

/** Pixels around the map. */
const MARGIN = 6
/** A map of two cards is not blown up to fill the minimap. */
const LARGEST = 0.12

/** Shows all of a map (map units) in the middle of a minimap of this size (pixels). */
export function minimapView(content: Rect, { width, height }: Size): MinimapView {
  const fit = Math.min((width - 2 * MARGIN) / content.width, (height - 2 * MARGIN) / content.height)
  const scale = Math.min(LARGEST, fit)
  return {
    x: (width - content.width * scale) / 2 - content.x * scale,
    y: (height - content.height * scale) / 2 - content.y * scale,
    scale,
  }
}

/** A rectangle of the map on the minimap. */
export function onMinimap({ x, y, scale }: MinimapView, rect: Rect): Rect {
  return { x: rect.x * scale + x, y: rect.y * scale + y, width: rect.width * scale, height: rect.height * scale }
}

/**
 * The frame around what a canvas shows, on a minimap of this size (pixels): along its edges where that is more than it
 * holds, so that there is a frame to be seen.
 */
export function frameOn(view: MinimapView, shown: Rect, { width, height }: Size): Rect {
  const rect = onMinimap(view, shown)
  const isWider = rect.x < 0 && rect.x + rect.width > width
  const isHigher = rect.y < 0 && rect.y + rect.height > height
  return { ...rect, ...(isWider ? { x: 0, width } : {}), ...(isHigher ? { y: 0, height } : {}) }
}

/** A point of the minimap on the map. */
export function onMap({ x, y, scale }: MinimapView, at: Point): Point {
  return { x: (at.x - x) / scale, y: (at.y - y) / scale }
}

/** What of the map a canvas shows, in map units; or a part of it, from a corner `from` on (pixels). */
export function shownRect(
  transform: readonly [x: number, y: number, zoom: number],
  { width, height }: Size,
  from: Point = { x: 0, y: 0 },
): Rect {
  const [x, y, zoom] = transform
  return { x: (from.x - x) / zoom, y: (from.y - y) / zoom, width: width / zoom, height: height / zoom }
}

/** Whether a rectangle of the map lies over one of these cards and notes. */
export function coversAny({ touchpoints, notes }: MapLayout, ids: readonly string[], rect: Rect): boolean {
  return ids.some(id => {
    const card = touchpoints.get(id) ?? notes.get(id)
    return card !== undefined && overlaps(card, rect)
  })
}
