import { CARD_GAP, CARD_WIDTH, CELL_PADDING, type Rect, rectOf, type Size } from './MapLayout.ts'

/** A card before it is placed. `at`: where a person put it, from the top left of the cell, or null. */
export type Loose = { readonly size: Size; readonly at: { readonly x: number; readonly y: number } | null }

/** How many cards stand side by side in a cell of this width. */
export function stackColumns(width: number): number {
  return Math.max(1, Math.floor((width - 2 * CELL_PADDING + CARD_GAP) / (CARD_WIDTH + CARD_GAP)))
}

/**
 * Places the cards of one cell; the answer has a rectangle for each, relative to the cell. Cards that a person placed
 * stand where they were put, though never above or left of their cell. The others fill rows from `top` downwards and
 * make room for those and for `obstacles` (cards of an earlier stage that span into this one).
 * Depends on nothing but what is given, so that an unchanged cell can be kept.
 */
export function stack(
  cards: readonly Loose[],
  width: number,
  obstacles: readonly Rect[] = [],
  top = CELL_PADDING,
): Rect[] {
  const columns = stackColumns(width)
  const placed = cards.map(({ size, at }) => at && rectOf(Math.max(0, at.x), Math.max(0, at.y), size))
  const inTheWay = [...obstacles, ...placed.filter(rect => rect !== null)]
    .filter(rect => rect.x + rect.width > CELL_PADDING - CARD_GAP)
    .sort((a, b) => a.y - b.y)

  const usual = columns * (CARD_WIDTH + CARD_GAP) - CARD_GAP
  /** Moves a row of this size down past everything that stands in its way. */
  const clear = (from: number, width: number, height: number): number => {
    let y = from
    for (const rect of inTheWay) {
      if (rect.y >= y + height + CARD_GAP) break
      if (rect.x < CELL_PADDING + width + CARD_GAP) y = Math.max(y, rect.y + rect.height + CARD_GAP)
    }
    return y
  }

  const rects: Rect[] = placed.map(rect => rect ?? { x: 0, y: 0, width: 0, height: 0 })
  let y = top
  let row: number[] = []
  const endRow = () => {
    const height = Math.max(...row.map(index => (cards[index] as Loose).size.height))
    // All rows as wide as the cell has columns, so that cards stay under each other; a card that spans stages is wider.
    const wide = Math.max(usual, ...row.map(index => (cards[index] as Loose).size.width))
    y = clear(y, wide, height)
    for (const [column, index] of row.entries()) {
      rects[index] = rectOf(CELL_PADDING + column * (CARD_WIDTH + CARD_GAP), y, (cards[index] as Loose).size)
    }
    y += height + CARD_GAP
    row = []
  }
  for (const [index, { size, at }] of cards.entries()) {
    if (at) continue
    const alone = size.width > CARD_WIDTH
    if (alone && row.length > 0) endRow()
    row.push(index)
    if (alone || row.length === columns) endRow()
  }
  if (row.length > 0) endRow()
  return rects
}
