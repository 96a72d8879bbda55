import { type Curve, curveThrough } from './curve.ts'
import { enlarged, widened } from './enlarged.ts'
import type { Group, Ink, Primitive } from './scene.ts'
import { circle, polyline, translated } from './shapes.ts'
import type { Measure } from './text.ts'
import { feelingToken, TYPE } from './theme.ts'
import { label } from './words.ts'

/** One touchpoint on the curves: `x` in the lane, feelings −2…2. */
export type FeelingPoint = {
  readonly touchpoint: string
  readonly x: number
  readonly assumed: number | null
  /** `values`: what each customer felt, where the spread is to be seen. */
  readonly heard: { readonly median: number; readonly customers: number; readonly values?: readonly number[] } | null
}

/** How the three curves are drawn: a guess, enough voices, too few voices. */
export const DASHED: Ink = { stroke: 'pencil', strokeWidth: 1.75, dash: [6, 5] }
export const SOLID: Ink & { cap: 'round' } = { stroke: 'ink', strokeWidth: 2.5, cap: 'round' }
export const DOTTED: Ink & { cap: 'round' } = { ...SOLID, dash: [0.1, 6] }
/** Of what lies between the curves: the strongest colour on a calm map. */
export const GAP_OPACITY = 0.4
/** Of the dots of single customers, which lie under the curves. */
export const DOT_OPACITY = 0.7

/** Free space above +2 and below −2. */
const MARGIN = 28
/** Two values closer than this are no finding. */
const NO_GAP = 0.25
const STEP = 6
/** Radius of the dot of one customer, and of the largest. */
const LEAST_DOT = 2.25
const MOST_DOT = 5

/** How far below the top of a lane of this height a feeling lies. */
export function feelingY(feeling: number, height: number): number {
  return height / 2 - (feeling * (height / 2 - MARGIN)) / 2
}

/**
 * The emotional journey of one lane, at 0, 0: what was assumed as a dashed curve, what was heard as a solid one where as
 * many customers spoke as the map needs and dotted where not, and what lies between them shaded. `points` in order.
 * Where text is larger (`text`) lines and points are stronger, and lie where they lay.
 */
export function drawFeelings(
  input: { lane: string; width: number; height: number; needed: number; points: readonly FeelingPoint[] },
  measure: Measure,
  text = 1,
): Group {
  const { lane, width, height, needed, points } = input
  const y = (feeling: number) => feelingY(feeling, height)
  const items: Primitive[] = [
    {
      type: 'path',
      commands: polyline([
        [0, y(0)],
        [width, y(0)],
      ]),
      stroke: 'line',
    },
  ]
  const assumed = points.filter(point => point.assumed !== null)
  const heard = points.filter(point => point.heard !== null)
  const assumedCurve = curveThrough(assumed.map(point => ({ x: point.x, y: y(point.assumed ?? 0) })))
  const heardCurve = curveThrough(heard.map(point => ({ x: point.x, y: y(point.heard?.median ?? 0) })))

  items.push(...shading(assumedCurve, heardCurve, height))
  for (const point of heard) items.push(...spreadDots(point, y, text))
  for (let index = 0; index < assumed.length - 1; index++) {
    const commands = assumedCurve.segment(index)
    items.push({ type: 'path', commands, ...DASHED })
  }
  for (const point of assumedCurve.points) {
    items.push({
      type: 'path',
      commands: circle(point.x, point.y, 3.5 * text),
      fill: 'paper',
      stroke: 'pencil',
      strokeWidth: 1.5,
    })
  }
  const enough = (index: number) => (heard[index]?.heard?.customers ?? 0) >= needed
  for (let index = 0; index < heard.length - 1; index++) {
    const commands = heardCurve.segment(index)
    const [from, to] = [heard[index], heard[index + 1]]
    const neighbours = from && to && points.indexOf(to) === points.indexOf(from) + 1
    const solid = neighbours && enough(index) && enough(index + 1)
    items.push({ type: 'path', commands, ...(solid ? SOLID : DOTTED) })
  }
  for (const [index, point] of heardCurve.points.entries()) {
    const color = feelingToken(heard[index]?.heard?.median ?? 0)
    const commands = circle(point.x, point.y, 5 * text)
    items.push(
      enough(index)
        ? { type: 'path', commands, fill: color, stroke: 'paper', strokeWidth: 1.5 }
        : {
            type: 'path',
            commands: circle(point.x, point.y, 4.5 * text),
            fill: 'paper',
            stroke: color,
            strokeWidth: 2,
          },
    )
  }
  for (const point of heard) items.push(...unhappyMark(point, needed, y(-2), measure, text))
  if (assumed.length + heard.length === 0) {
    const words = enlarged([label('No feelings yet', TYPE.small, 'second', 0, -20, measure)], text)
    items.push(...translated(words, 20, y(0)))
  }
  const drawn = items.map(item => (item.type === 'path' ? { ...item, ...widened(item, text) } : item))
  return { type: 'group', kind: 'content', id: lane, x: 0, y: 0, width, height, items: drawn }
}

/** What each customer felt: a dot for every half step, the larger the more felt so. One customer is the point itself. */
function spreadDots({ x, heard }: FeelingPoint, y: (feeling: number) => number, text: number): Primitive[] {
  const { values = [] } = heard ?? {}
  if (values.length < 2) return []
  const counts = new Map<number, number>()
  for (const value of values) {
    const step = Math.round(value * 2) / 2
    counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  return [...counts].map(([feeling, count]) => {
    const radius = Math.min(MOST_DOT, LEAST_DOT * Math.sqrt(count)) * text
    return { type: 'path', commands: circle(x, y(feeling), radius), fill: feelingToken(feeling), opacity: DOT_OPACITY }
  })
}

/** How many customers felt bad. */
export function unhappyCustomers(values: readonly number[]): number {
  return values.filter(value => value < 0).length
}

/** Under the curve, where as many customers are unhappy as the map needs: the middle alone would hide them. */
function unhappyMark(
  { x, heard }: FeelingPoint,
  needed: number,
  bottom: number,
  measure: Measure,
  text: number,
): Primitive[] {
  const unhappy = unhappyCustomers(heard?.values ?? [])
  if (unhappy < needed) return []
  const words = label(String(unhappy), TYPE.smallStrong, 'ink', 4, 0, measure)
  return translated(enlarged([unhappyTriangle(-5, 0), words], text), x, bottom + 9)
}

/** A triangle that points down, `x` its middle, in the middle of a line of small words with its top at `y`. */
export function unhappyTriangle(x: number, y: number): Primitive {
  const corners = [
    [x - 5, y + 5],
    [x + 5, y + 5],
    [x, y + 12],
  ] as const
  return { type: 'path', commands: polyline(corners, true), fill: 'feeling-2' }
}

/** What lies between the curves, in the colour of the side on which customers stand: worse or better than assumed. */
function shading(assumed: Curve, heard: Curve, height: number): Primitive[] {
  const from = Math.max(assumed.points[0]?.x ?? Infinity, heard.points[0]?.x ?? Infinity)
  const to = Math.min(assumed.points.at(-1)?.x ?? -Infinity, heard.points.at(-1)?.x ?? -Infinity)
  if (!(from <= to)) return []
  const worth = Math.abs(feelingY(NO_GAP, height) - feelingY(0, height))
  if (from === to) {
    const [a, b] = [assumed.at(from), heard.at(from)]
    if (Math.abs(a - b) < worth) return []
    const rect = { x: from - 8, y: Math.min(a, b), width: 16, height: Math.abs(a - b) }
    return [{ type: 'box', ...rect, fill: b > a ? 'feeling-1' : 'feeling1', opacity: GAP_OPACITY }]
  }
  const areas: Primitive[] = []
  let upper: (readonly [number, number])[] = []
  let lower: (readonly [number, number])[] = []
  let worse: boolean | null = null
  const close = () => {
    const tallest = Math.max(0, ...upper.map(([, top], index) => Math.abs(top - (lower[index]?.[1] ?? top))))
    if (worse !== null && tallest >= worth) {
      const commands = polyline([...upper, ...lower.reverse()], true)
      areas.push({ type: 'path', commands, fill: worse ? 'feeling-1' : 'feeling1', opacity: GAP_OPACITY })
    }
    upper = []
    lower = []
  }
  const steps = Math.max(1, Math.ceil((to - from) / STEP))
  for (let step = 0; step <= steps; step++) {
    const x = from + ((to - from) * step) / steps
    const [a, b] = [assumed.at(x), heard.at(x)]
    const side = b > a
    if (worse !== null && side !== worse) {
      upper.push([x, (a + b) / 2])
      lower.push([x, (a + b) / 2])
      close()
    }
    worse = side
    upper.push([x, a])
    lower.push([x, b])
  }
  close()
  return areas
}
