import type { Insets } from './viewportMath.ts'

/** Pixels of the headers at the edges of the canvas, whatever the zoom. */
export type HeaderSizes = { readonly stageHeight: number; readonly laneWidth: number }

const WIDE: HeaderSizes = { stageHeight: 56, laneWidth: 160 }
/** On a phone a lane's name stands in its row and takes no width. */
const NARROW: HeaderSizes = { stageHeight: 44, laneWidth: 0 }

/** Narrower canvases (pixels) are a phone's. */
const NARROW_BELOW = 640

export function headerSizes(width: number): HeaderSizes {
  return width < NARROW_BELOW ? NARROW : WIDE
}

export function headerInsets({ stageHeight, laneWidth }: HeaderSizes): Insets {
  return { top: stageHeight, left: laneWidth, right: 0, bottom: 0 }
}
