import type { Primitive } from './scene.ts'
import { star } from './shapes.ts'
import { baseline, type Measure } from './text.ts'
import { TYPE } from './theme.ts'

/** Side of the square of a severity. */
const SQUARE = 12
const NUMBER_GAP = 4

/** Width of every severity mark: the square and its number. */
export function severityWidth(measure: Measure): number {
  // The widest figure, so that marks under each other stay aligned.
  return SQUARE + NUMBER_GAP + Math.ceil(measure('4', TYPE.smallStrong))
}

/** A pain's severity, 1…5: a square filled by fifths from the bottom, and the number. Its top left is at `x`, `y`. */
export function severityMark(severity: number, x: number, y: number, measure: Measure): Primitive[] {
  const text = String(severity)
  const fill = ((SQUARE - 1) * severity) / 5
  return [
    { type: 'box', x: x + 0.5, y: y + 0.5, width: SQUARE - 1, height: SQUARE - 1, radius: 2, stroke: 'ink' },
    { type: 'box', x: x + 0.5, y: y + SQUARE - 0.5 - fill, width: SQUARE - 1, height: fill, fill: 'ink', radius: 2 },
    {
      type: 'text',
      x: x + SQUARE + NUMBER_GAP,
      y: y - 2 + baseline(TYPE.smallStrong),
      text,
      font: TYPE.smallStrong,
      color: 'ink',
      dir: 'ltr',
      anchor: 'left',
      width: measure(text, TYPE.smallStrong),
    },
  ]
}

/** A moment of truth; the middle of the star is at `x`, `y`. */
export function starMark(x: number, y: number): Primitive {
  return { type: 'path', commands: star(x, y, 8), fill: 'ink' }
}
