import type { Font, Measure } from '../text.ts'

/** Units of the shorter page: a wall is 1,920 wide, a phone that is held upright 780. */
const WALL = 1_920
const PHONE = 780
/** No letter in a room is smaller than this, in units of a wall. */
const LEAST = 24

/** What a scene is laid out for: a page of so many units, and how large its text is. */
export type Stage = {
  readonly width: number
  readonly height: number
  /** From the edges of the page to what stands on it. */
  readonly margin: number
  /** One thing below the other. */
  readonly upright: boolean
  /** The largest size of each kind of text, before it has to fit. */
  readonly type: { readonly [N in 'title' | 'statement' | 'quote' | 'heading' | 'small' | 'figure']: Font }
  readonly measure: Measure
}

/** The page for a window of so many pixels. `text` is the size that its owner chose, 1 being the usual one. */
export function stageFor(window: { width: number; height: number }, text: number, measure: Measure): Stage {
  const upright = window.width < window.height
  const width = upright ? PHONE : WALL
  const scale = width / Math.max(1, window.width)
  const height = Math.max(width / 3, window.height * scale)
  const font = (family: Font['family'], wall: number, phone: number, weight: Font['weight'] = 400): Font => {
    return { family, size: Math.max(LEAST, Math.round((upright ? phone : wall) * text)), weight }
  }
  return {
    width,
    height,
    margin: upright ? 44 : 104,
    upright,
    measure,
    type: {
      title: font('sans', 92, 64, 600),
      statement: font('sans', 58, 44, 600),
      heading: font('sans', 34, 30, 600),
      quote: font('serif', 42, 36),
      small: font('sans', 28, 27),
      figure: font('sans', 300, 220, 600),
    },
  }
}
