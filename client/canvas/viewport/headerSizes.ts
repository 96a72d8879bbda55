import { type Insets, PHONE_WIDTH } from './viewportMath.ts'

/** Pixels of the headers at the edges of the canvas, whatever the zoom. */
export type HeaderSizes = { readonly stageHeight: number; readonly laneWidth: number }

const WIDE: HeaderSizes = { stageHeight: 64, laneWidth: 160 }
/** On a phone a lane's name stands in its row and takes no width. */
const NARROW: HeaderSizes = { stageHeight: 44, laneWidth: 0 }

export function headerSizes(width: number): HeaderSizes {
  return width < PHONE_WIDTH ? NARROW : WIDE
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
