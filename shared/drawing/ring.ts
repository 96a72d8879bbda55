import type { Group, Primitive } from './scene.ts'
import { arc, circle, sector } from './shapes.ts'
import type { Font, Measure } from './text.ts'
import { AGAINST } from './theme.ts'

/** Who stands behind a claim, counted in different customers. */
export type RingCounts = {
  /** Customers that the map needs behind a claim. */
  readonly needed: number
  readonly supports: number
  readonly contradicts: number
  /** All older than the map's limit: drawn faded. */
  readonly stale?: boolean
}

/** Outer diameter on a card. */
export const RING_SIZE = 32
/** More segments than this are too thin to be told apart: the ring becomes one arc. */
const MOST_SEGMENTS = 12
const TOP = -Math.PI / 2
/** Half the height of a figure, in ems of the sans font. */
const HALF_FIGURE = 0.364

/**
 * The ring of five: a segment for each voice that is needed, filled for each customer who supports the claim, an inner
 * arc for those against it, and the number of supporters in the middle. Stands at 0, 0; `number: false` for sizes at
 * which nobody could read it.
 */
export function ring(
  { needed, supports, contradicts, stale = false }: RingCounts,
  measure: Measure,
  { size = RING_SIZE, number = true, id = '' }: { size?: number; number?: boolean; id?: string } = {},
): Group {
  const c = size / 2
  const thickness = size * 0.125
  const outer = c - 0.5
  const inner = outer - thickness
  const faded = stale ? { opacity: 0.55 } : {}
  const items: Primitive[] = []

  const segments = Math.min(needed, MOST_SEGMENTS)
  const gap = needed > 1 && needed <= MOST_SEGMENTS ? (size * 0.07) / ((outer + inner) / 2) : 0
  const share = (2 * Math.PI) / segments
  const filled = needed <= MOST_SEGMENTS ? Math.min(supports, needed) : (Math.min(supports, needed) / needed) * segments
  for (let index = 0; index < segments; index++) {
    const from = TOP + index * share + gap / 2
    const to = TOP + (index + 1) * share - gap / 2
    const part = Math.min(1, Math.max(0, filled - index))
    if (part < 1) {
      const commands = sector(c, c, inner + 0.5, outer - 0.5, from, to)
      items.push({ type: 'path', commands, stroke: 'pencil', strokeWidth: 1, ...faded })
    }
    if (part > 0) {
      const commands = sector(c, c, inner, outer, from, from + (to - from) * part)
      items.push({ type: 'path', commands, fill: 'ink', ...faded })
    }
  }
  if (contradicts > 0) {
    const width = size * 0.075
    const radius = inner - width
    const turn = 2 * Math.PI * Math.min(1, contradicts / needed)
    const commands = turn > 6.28 ? circle(c, c, radius) : arc(c, c, radius, TOP + gap / 2, TOP + turn - gap / 2)
    items.push({ type: 'path', commands, stroke: AGAINST, strokeWidth: width, ...faded })
  }
  if (number) {
    const text = String(supports)
    // A line of figures fits when the corners of its box lie inside the circle that is free.
    const free = contradicts > 0 ? inner - size * 0.11 : inner - 1
    const wanted: Font = { family: 'sans', size: size * 0.375, weight: 600 }
    const corner = Math.hypot(measure(text, wanted) / 2, wanted.size * HALF_FIGURE)
    const font: Font = { ...wanted, size: Math.floor(wanted.size * Math.min(1, free / corner) * 2) / 2 }
    items.push({
      type: 'text',
      x: c,
      y: c + font.size * HALF_FIGURE,
      text,
      font,
      color: 'ink',
      dir: 'ltr',
      anchor: 'center',
      width: measure(text, font),
      ...faded,
    })
  }
  return { type: 'group', kind: 'ring', id, x: 0, y: 0, width: size, height: size, items }
}
