import { FLAG, promiseMark, severityMark, severityWidth, starMark } from './marks.ts'
import { RING_SIZE, type RingCounts, ring } from './ring.ts'
import { type Group, moved, type Primitive } from './scene.ts'
import { lineHeight, type Measure } from './text.ts'
import { TYPE } from './theme.ts'
import type { TouchpointFace } from './touchpointFace.ts'
import { label } from './words.ts'

/** Height of a row without a ring, space between two rows, width of a star, and space between two marks. */
const ROW = 18
const ROW_GAP = 4
const STAR = 16
const MARK_GAP = 10

/**
 * The last row of a card: who was heard, the pains, a promise’s flag, the star of a moment of truth and the ring. Null for a card that has
 * none of it, so that a title alone stays small.
 */
export function drawFoot(
  face: TouchpointFace,
  x: number,
  y: number,
  width: number,
  measure: Measure,
): { items: Primitive[]; height: number } | null {
  const { heard, claim, pains, promise, momentOfTruth } = face
  if (heard === 0 && !claim && pains.length === 0 && !promise && !momentOfTruth) return null
  const row = claim ? RING_SIZE : ROW
  const text = heard > 0 ? `heard from ${heard}` : 'not heard yet'
  const wide = measure(text, TYPE.small)
  // Where the words and the marks have no room beside each other, the marks stand below.
  const marks = [claim ? RING_SIZE : 0, momentOfTruth ? STAR : 0, promise ? FLAG : 0, leastWidth(pains.length, measure)]
  const fits = marks.filter(mark => mark > 0).reduce((sum, mark) => sum + MARK_GAP + mark, wide) <= width
  const height = fits ? row : ROW + ROW_GAP + row
  const middle = y + height - row / 2
  const line = (fits ? middle : y + ROW / 2) - lineHeight(TYPE.small) / 2
  const words = label(text, TYPE.small, 'second', x, line, measure)
  const items: Primitive[] = [words]

  let right = x + width
  if (claim) {
    right -= RING_SIZE
    items.push(moved(cardRing(claim, measure), right, middle - RING_SIZE / 2))
    right -= MARK_GAP
  }
  if (momentOfTruth) {
    items.push(starMark(right - 8, middle))
    right -= STAR + MARK_GAP
  }
  if (promise) {
    items.push(...promiseMark(promise, right - FLAG, middle - FLAG / 2))
    right -= FLAG + MARK_GAP
  }
  const room = right - x - (fits ? words.width + 12 : 0)
  items.push(...drawPains(pains, right, middle, room, measure))
  return { items, height }
}

const rings = new WeakMap<Measure, Map<string, Group>>()

/** The same ring for the same counts: thousands of cards share a few of them. */
function cardRing(claim: RingCounts, measure: Measure): Group {
  const known = rings.get(measure) ?? new Map<string, Group>()
  rings.set(measure, known)
  const key = `${claim.supports} ${claim.contradicts} ${claim.needed} ${claim.stale ?? false}`
  const drawn = known.get(key) ?? ring(claim, measure)
  known.set(key, drawn)
  return drawn
}

const PAIN_GAP = 8

/** Width of the worst pain and of how many more there are. */
function leastWidth(pains: number, measure: Measure): number {
  if (pains === 0) return 0
  return severityWidth(measure) + (pains === 1 ? 0 : PAIN_GAP + measure(`+${pains - 1}`, TYPE.small))
}

/** The worst pains that fit, then how many more there are; right-aligned. */
function drawPains(pains: readonly number[], right: number, middle: number, room: number, measure: Measure) {
  const gap = PAIN_GAP
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
