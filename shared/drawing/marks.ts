import type { Flag } from '../model/evidence/promises.ts'
import type { Ink, Primitive } from './scene.ts'
import { polyline, star } from './shapes.ts'
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

/** Width and height of a promise's flag. */
export const FLAG = 12

/**
 * A promise that asks for somebody, as a flag of its own shape: due an open one, overdue a filled one, broken a torn one.
 * The top left of its square is at `x`, `y`.
 */
export function promiseMark(flag: Flag, x: number, y: number): Primitive[] {
  const pole: Primitive = {
    type: 'path',
    commands: polyline([
      [x + 1.5, y + 0.5],
      [x + 1.5, y + FLAG],
    ]),
    stroke: 'ink',
    strokeWidth: 1.5,
  }
  const cloth = polyline(
    (flag === 'broken' ? TORN : WHOLE).map(([dx, dy]) => [x + dx, y + dy] as const),
    true,
  )
  const ink: Ink = flag === 'due' ? { stroke: 'ink', strokeWidth: 1.25 } : { fill: 'ink' }
  return [pole, { type: 'path', commands: cloth, ...ink }]
}

const WHOLE = [
  [1.5, 1],
  [11, 1],
  [8.5, 4],
  [11, 7],
  [1.5, 7],
] as const

const TORN = [
  [1.5, 1],
  [6, 1],
  [4, 3],
  [7, 4],
  [11, 2],
  [11, 8],
  [6.5, 6],
  [4.5, 7],
  [1.5, 7],
] as const

/** A moment of truth; the middle of the star is at `x`, `y`. */
export function starMark(x: number, y: number): Primitive {
  return { type: 'path', commands: star(x, y, 8), fill: 'ink' }
}
