import { append } from '../../util/append.ts'
import { CARD_GAP, overlaps, type Rect } from './MapLayout.ts'

/** Something that lies on the map. `wanted`: what overlaps with it is to be parted. */
export type Lying = { readonly id: string; readonly rect: Rect; readonly wanted: boolean }

/** How far a card may be moved to the sides and up; downwards there is always room. */
export type Room = { readonly left: number; readonly right: number; readonly top: number }
/** On the free map. */
export const ANYWHERE: Room = { left: -Infinity, right: Infinity, top: -Infinity }

/**
 * Parts what overlaps. Answers where those come to lie that have to move. What is read first stays, what is read later
 * moves: a little to a side or up where that is enough, else down past everything in its way. So what lies above another
 * stays above it, and what lies left of another stays left of it. `fixed` moves for nobody.
 */
export function separate(
  cards: readonly Lying[],
  fixed: readonly Lying[],
  roomOf: (id: string) => Room,
): ReadonlyMap<string, Rect> {
  const placed = new Strips()
  const moved = new Map<string, Rect>()
  const still = new Strips()
  for (const card of fixed) still.add(card)
  for (const card of cards.toSorted((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)) {
    const rect = placeFor(card, placed, still, roomOf)
    if (rect !== card.rect) moved.set(card.id, rect)
    // Nobody asked for it, but it moved: what it comes to lie on moves too.
    placed.add({ ...card, rect, wanted: card.wanted || rect !== card.rect })
  }
  return moved
}

function placeFor({ id, rect, wanted }: Lying, placed: Strips, fixed: Strips, roomOf: (id: string) => Room): Rect {
  const isAsked = (other: Lying) => wanted || other.wanted
  const isBlocked =
    placed.near(rect).some(other => isAsked(other) && isAbove(other.rect, rect)) ||
    fixed.near(rect).some(other => isAsked(other) && overlaps(other.rect, rect))
  if (!isBlocked) return rect
  const isFree = (at: Rect) =>
    !placed.near(at).some(other => isAbove(other.rect, at)) && !fixed.near(at).some(other => overlaps(other.rect, at))
  const down = below(rect, placed, fixed)
  const around = [...placed.near(rect), ...fixed.near(rect)]
  const inTheWay = around.map(other => other.rect).filter(other => overlaps(other, rect))
  const aside = inTheWay.length === 0 ? [] : nudges(rect, inTheWay, roomOf(id))
  const near = aside.filter(at => distance(rect, at) < distance(rect, down)).filter(isFree)
  return near.toSorted((a, b) => distance(rect, a) - distance(rect, b))[0] ?? down
}

/** Whether something that is read before a card stands in its way: in the same column, and not above it as a whole. */
function isAbove(before: Rect, rect: Rect): boolean {
  return before.x < rect.x + rect.width && rect.x < before.x + before.width && before.y + before.height > rect.y
}

/** Places beside and above what is in the way, as far as half a card: further it would be another place. */
function nudges(rect: Rect, inTheWay: readonly Rect[], room: Room): Rect[] {
  const right = Math.max(...inTheWay.map(other => other.x + other.width)) + CARD_GAP
  const left = Math.min(...inTheWay.map(other => other.x)) - CARD_GAP - rect.width
  const up = Math.min(...inTheWay.map(other => other.y)) - CARD_GAP - rect.height
  return [
    { ...rect, x: right },
    { ...rect, x: left },
    { ...rect, y: up },
  ].filter(
    ({ x, y }) =>
      Math.abs(x - rect.x) <= rect.width / 2 &&
      Math.abs(y - rect.y) <= rect.height / 2 &&
      (x === rect.x || (x >= room.left && x + rect.width <= room.right)) &&
      y >= room.top,
  )
}

/** The first place straight down that is free. */
function below(rect: Rect, placed: Strips, fixed: Strips): Rect {
  let at = rect
  for (const other of placed.near(rect)) {
    const end = other.rect.y + other.rect.height
    if (isAbove(other.rect, at)) at = { ...at, y: end + CARD_GAP }
  }
  const column = fixed.near(rect).map(other => other.rect)
  for (const other of column.toSorted((a, b) => a.y - b.y)) {
    if (overlaps(other, at)) at = { ...at, y: other.y + other.height + CARD_GAP }
  }
  return at
}

/** Map units: width of a strip of the map from top to bottom. */
const STRIP = 512

/** Cards by the strips of the map that they lie in, since only what lies above and below each other is compared. */
class Strips {
  readonly #cards = new Map<number, Lying[]>()

  add(card: Lying): void {
    for (const strip of stripsOf(card.rect)) append(this.#cards, strip, card)
  }

  /** Those that may share a column with a rectangle; some twice. */
  near(rect: Rect): readonly Lying[] {
    const [first = 0, ...more] = stripsOf(rect)
    const cards = this.#cards.get(first) ?? []
    return more.length === 0 ? cards : [cards, ...more.map(strip => this.#cards.get(strip) ?? [])].flat()
  }
}

function stripsOf({ x, width }: Rect): number[] {
  const [first, last] = [Math.floor(x / STRIP), Math.floor((x + width) / STRIP)]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

function distance(a: Rect, b: Rect): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}
