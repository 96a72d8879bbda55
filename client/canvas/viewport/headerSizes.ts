import { type Insets, PHONE_WIDTH } from './viewportMath.ts'

/** Pixels of the headers at the edges of the canvas, whatever the zoom, and how large their text is. */
export type HeaderSizes = { readonly stageHeight: number; readonly laneWidth: number; readonly text: number }

/**
 * `width` in pixels; `text` is how large text is, 1 being the usual size. The same sums stand in headers.module.css. On a
 * phone a lane's name stands in its row and takes no width.
 */
export function headerSizes(width: number, text = 1): HeaderSizes {
  if (width < PHONE_WIDTH) return { stageHeight: 10 + 40 * text, laneWidth: 0, text }
  return { stageHeight: 24 + 40 * text, laneWidth: 80 + 80 * text, text }
}

/** Pixels for the buttons behind the last stage and below the last lane. */
const ADD_STAGE = 24
const ADD_LANE = 24

export function headerInsets({ stageHeight, laneWidth }: HeaderSizes): Insets {
  return {
    top: stageHeight,
    left: laneWidth,
    ...(laneWidth === 0 ? { right: 0, bottom: 0 } : { right: ADD_STAGE, bottom: ADD_LANE }),
  }
}
