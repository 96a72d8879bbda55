import { severityMark, severityWidth, starMark } from './marks.ts'
import { RING_SIZE, ring } from './ring.ts'
import { moved, type Primitive } from './scene.ts'
import { lineHeight, type Measure } from './text.ts'
import { TYPE } from './theme.ts'
import type { TouchpointFace } from './touchpointFace.ts'
import { label } from './words.ts'

/**
 * The last row of a card: who was heard, the pains, the star of a moment of truth and the ring. Null for a card that has
 * none of it, so that a title alone stays small.
 */
export function drawFoot(
  face: TouchpointFace,
  x: number,
  y: number,
  width: number,
  measure: Measure,
): { items: Primitive[]; height: number } | null {
  const { heard, claim, pains, momentOfTruth } = face
  if (heard === 0 && !claim && pains.length === 0 && !momentOfTruth) return null
  const height = claim ? RING_SIZE : 18
  const middle = y + height / 2
  const text = heard > 0 ? `heard from ${heard}` : 'not heard yet'
  const words = label(text, TYPE.small, 'second', x, middle - lineHeight(TYPE.small) / 2, measure)
  const items: Primitive[] = [words]

  let right = x + width
  if (claim) {
    right -= RING_SIZE
    items.push(moved(ring(claim, measure), right, y))
    right -= 10
  }
  if (momentOfTruth) {
    items.push(starMark(right - 8, middle))
    right -= 16 + 10
  }
  const room = right - x - words.width - 12
  items.push(...drawPains(pains, right, middle, room, measure))
  return { items, height }
}

/** The worst pains that fit, then how many more there are; right-aligned. */
function drawPains(pains: readonly number[], right: number, middle: number, room: number, measure: Measure) {
  const gap = 8
  const wide = severityWidth(measure)
  for (let count = pains.length; count > 0; count--) {
    const rest = pains.length - count
    const more = rest === 0 ? '' : `+${rest}`
    const width = count * (wide + gap) - gap + (rest === 0 ? 0 : gap + measure(more, TYPE.small))
    if (width > room && count > 1) continue
    const left = right - width
    const items = pains.slice(0, count).flatMap((severity, index) => {
      return severityMark(severity, left + index * (wide + gap), middle - 6, measure)
    })
    const y = middle - lineHeight(TYPE.small) / 2
    if (rest > 0) items.push(label(more, TYPE.small, 'second', right, y, measure, 'right'))
    return items
  }
  return []
}
