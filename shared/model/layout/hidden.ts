import { type MapLayout, overlaps, type Rect } from './MapLayout.ts'

/** A card or note that lies partly under another: the one that lies on top there, and what both cover. */
export type Hidden = { readonly id: string; readonly by: string; readonly area: Rect }

type Lying = { readonly id: string; readonly rect: Rect; readonly order: number }

/** Map units: side of the squares by which cards are found that are near each other; about a card's width. */
const SQUARE = 256
const NONE: readonly Hidden[] = []

/**
 * The cards and notes that others hide partly, from below to above. Stacked cards make way for each other, so only those
 * that a person placed are looked at, each beside what is near it.
 */
export function hiddenCards(layout: MapLayout): readonly Hidden[] {
  const stacked = new Set<string>()
  for (const stages of layout.cells.values()) {
    for (const cards of stages.values()) for (const card of cards) if (card.stacked) stacked.add(card.id)
  }
  if (stacked.size === layout.touchpoints.size + layout.notes.size) return NONE
  const lying: Lying[] = []
  for (const rects of [layout.notes, layout.touchpoints]) {
    for (const [id, rect] of rects) lying.push({ id, rect, order: lying.length })
  }

  const near = new Map<number, Lying[]>()
  for (const card of lying) {
    if (stacked.has(card.id)) continue
    for (const square of squaresOf(card.rect)) {
      const known = near.get(square)
      if (known) known.push(card)
      else near.set(square, [card])
    }
  }
  /** By the order of the card below: the one that lies on top of it. */
  const covers = new Map<number, Lying>()
  const cover = (below: Lying, above: Lying) => {
    if (above.order > (covers.get(below.order)?.order ?? -1)) covers.set(below.order, above)
  }
  for (const card of lying) {
    for (const square of squaresOf(card.rect)) {
      const others = near.get(square) ?? []
      // From the top, so that a heap of cards in one place is one look for each of them.
      const above = others.findLast(other => other.order > card.order && overlaps(card.rect, other.rect))
      if (above) cover(card, above)
      if (!stacked.has(card.id)) continue
      for (const other of others) if (other.order < card.order && overlaps(card.rect, other.rect)) cover(other, card)
    }
  }
  return lying.flatMap(({ id, rect, order }) => {
    const above = covers.get(order)
    return above ? [{ id, by: above.id, area: common(rect, above.rect) }] : []
  })
}

function squaresOf({ x, y, width, height }: Rect): number[] {
  const squares: number[] = []
  const [left, right] = [Math.floor(x / SQUARE), Math.floor((x + width) / SQUARE)]
  const [top, bottom] = [Math.floor(y / SQUARE), Math.floor((y + height) / SQUARE)]
  // Coordinates are at most a million, so no two squares of a map have the same number.
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) squares.push(row * 65_536 + column)
  return squares
}

function common(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  }
}
