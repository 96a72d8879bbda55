import type { Rect, Size } from '#shared/model/layout/MapLayout.ts'

/** What of the map is on the screen: the map's 0, 0 lies at `x`, `y` of the canvas, in pixels; `zoom` pixels a unit. */
export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number }

/** Pixels at the edges of the canvas that something else covers. */
export type Insets = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }

export const MIN_ZOOM = 0.02
export const MAX_ZOOM = 4
/** At the first sight of a map its cards are to be read, even where not all of them fit: far from the eyes, and near. */
const READABLE = 0.6
const READABLE_ON_A_PHONE = 0.8
/** Narrower canvases (pixels) are a phone's. */
export const PHONE_WIDTH = 640
/** Pixels between what is brought into view and the edge. */
const MARGIN = 24

/** Milliseconds without another scale after which a zoom is over, and what could wait is done. */
export const ZOOM_AT_REST = 120
/** Below this zoom cards are too small to be taken hold of one by one: they are no elements. */
export const AFAR_ZOOM = 0.3

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

function fitting(rect: Rect, size: Size, insets: Insets, most: number): number {
  const width = size.width - insets.left - insets.right - 2 * MARGIN
  const height = size.height - insets.top - insets.bottom - 2 * MARGIN
  return clamp(Math.min(width / rect.width, height / rect.height), MIN_ZOOM, most)
}

/** Where a view comes to rest: painted tiles lie on whole pixels, and elements should not lie beside them. */
export function onPixels({ x, y, zoom }: Viewport): Viewport {
  return { x: Math.round(x), y: Math.round(y), zoom }
}

/** Shows a whole rectangle (map units) as large as it fits, in the middle, never larger than `most`. */
export function fitted(rect: Rect, size: Size, insets: Insets, most = 1): Viewport {
  const zoom = fitting(rect, size, insets, most)
  const width = size.width - insets.left - insets.right
  const height = size.height - insets.top - insets.bottom
  return onPixels({
    x: insets.left + (width - rect.width * zoom) / 2 - rect.x * zoom,
    y: insets.top + Math.max(MARGIN, (height - rect.height * zoom) / 2) - rect.y * zoom,
    zoom,
  })
}

/** The first sight of a map: all of it when that can be read, else its beginning. */
export function firstSight(rect: Rect, size: Size, insets: Insets): Viewport {
  const whole = fitting(rect, size, insets, 1)
  const narrow = size.width - insets.left - insets.right - 2 * MARGIN
  const least = size.width < PHONE_WIDTH ? READABLE_ON_A_PHONE : READABLE
  const zoom = Math.max(whole, Math.min(1, Math.max(least, narrow / rect.width)))
  const room = size.width - insets.left - insets.right
  const spare = Math.max(0, room - rect.width * zoom)
  return onPixels({ x: insets.left + spare / 2 - rect.x * zoom, y: insets.top - rect.y * zoom, zoom })
}

/** Another zoom that leaves the map under one point of the canvas (pixels) where it is. */
export function zoomedAt(viewport: Viewport, zoom: number, at: { x: number; y: number }): Viewport {
  const next = clamp(zoom, MIN_ZOOM, MAX_ZOOM)
  const ratio = next / viewport.zoom
  return { x: at.x - (at.x - viewport.x) * ratio, y: at.y - (at.y - viewport.y) * ratio, zoom: next }
}

/** The next step in or out: round numbers that a person recognises. */
export function zoomStep(zoom: number, direction: 1 | -1): number {
  const steps = [0.02, 0.05, 0.1, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4]
  const ordered = direction > 0 ? steps : steps.toReversed()
  const further = ordered.find(step => (direction > 0 ? step > zoom * 1.01 : step < zoom / 1.01))
  return further ?? (direction > 0 ? MAX_ZOOM : MIN_ZOOM)
}

/** The smallest move that brings a rectangle (map units) into view; the same viewport when it is there already. */
export function revealed(viewport: Viewport, rect: Rect, size: Size, insets: Insets): Viewport {
  const along = (start: number, length: number, offset: number, room: number, before: number, after: number) => {
    const from = start * viewport.zoom + offset
    const to = from + length * viewport.zoom
    // What can be seen stays where it is, also near the edge: a click must not move the map.
    if (from >= before && to <= room - after) return offset
    const least = before + MARGIN
    const most = room - after - MARGIN
    // What does not fit shows its beginning.
    return to - from > most - least || from < least ? offset + least - from : offset + most - to
  }
  const x = along(rect.x, rect.width, viewport.x, size.width, insets.left, insets.right)
  const y = along(rect.y, rect.height, viewport.y, size.height, insets.top, insets.bottom)
  return x === viewport.x && y === viewport.y ? viewport : onPixels({ ...viewport, x, y })
}
