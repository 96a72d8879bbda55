import type { Note, Touchpoint } from '../kinds.ts'
import {
  CARD_WIDTH,
  CELL_PADDING,
  type Column,
  type Placed,
  type PlacedKind,
  type Rect,
  rectOf,
  type Size,
} from './MapLayout.ts'
import { separate } from './separate.ts'
import { type Loose, stack } from './stack.ts'

type Point = { readonly x: number; readonly y: number }

/** A card before it is placed. `until`: the index of the last stage it spans, −1 for none. */
export type Card = {
  readonly id: string
  readonly kind: PlacedKind
  readonly at: Point | null
  readonly until: number
  size(width: number): Size
}

/** A card's place in its cell. One coordinate without the other is no place. */
export function touchpointAt({ x, y }: Touchpoint): Point | null {
  return x === null || y === null ? null : { x, y }
}

/** Notes start at 0, 0; only another place is one that a person chose. */
export function noteAt({ x, y }: Note): Point | null {
  return x === 0 && y === 0 ? null : { x, y }
}

/** How far the cards that a person placed reach into a stage from its left edge; 0 without any. */
export function reachOf(cards: readonly Card[]): number {
  let reach = 0
  for (const card of cards) {
    if (card.at) reach = Math.max(reach, Math.max(0, card.at.x) + card.size(CARD_WIDTH).width + CELL_PADDING)
  }
  return reach
}

/** A card that reaches beyond its own stage; `rect` in absolute x, and y from the top of its row. */
export type Span = { readonly until: number; readonly rect: Rect }

/** What a cell's placement rests on, beside its cards. */
export type CellRoom = {
  readonly index: number
  readonly columns: readonly Column[]
  /** The width that was set for the stage, without what hand-placed cards made of it. */
  readonly width: number
  /** Where the stack begins, from the top of the row. */
  readonly top: number
  /** Cards of earlier stages that reach into this one; x from the left edge of the cell. */
  readonly obstacles: readonly Rect[]
  /** Whether cards that a person placed make way for each other. */
  readonly apart: boolean
}

/** A cell with its cards in place; `y` is the top of its row, `height` what it needs of it. */
export type PlacedCell = {
  readonly y: number
  readonly placed: readonly Placed[]
  readonly height: number
  readonly spans: readonly Span[]
}

/** Places the cards of one cell in a row that begins at `y`. */
export function placeCell(cards: readonly Card[], room: CellRoom, y: number): PlacedCell {
  const { index, columns, width, obstacles, top } = room
  const left = columns[index]?.x ?? 0
  const sized = cards.map(card => sizeOf(card, index, columns))
  const rects = stack(room.apart ? parted(sized, room) : sized, width, obstacles, top)
  const spans: Span[] = []
  let height = 0
  const placed = cards.map(({ id, kind, at, until }, order): Placed => {
    const rect = rects[order] as Rect
    height = Math.max(height, rect.y + rect.height + CELL_PADDING)
    if (until > index) spans.push({ until, rect: { ...rect, x: rect.x + left } })
    return { id, kind, stacked: at === null, rect: { ...rect, x: rect.x + left, y: rect.y + y } }
  })
  return { y, placed, height, spans }
}

/** The same cell in a row that begins elsewhere. */
export function shiftCell(cell: PlacedCell, y: number): PlacedCell {
  if (cell.y === y) return cell
  const by = y - cell.y
  const placed = cell.placed.map(card => ({ ...card, rect: { ...card.rect, y: card.rect.y + by } }))
  return { ...cell, y, placed }
}

/** The same cards, those that a person placed where none of them hides another. */
function parted(cards: readonly Loose[], { index, columns, obstacles }: CellRoom): readonly Loose[] {
  const lying = cards.flatMap(({ at, size }, order) =>
    at ? [{ id: `${order}`, rect: rectOf(Math.max(0, at.x), Math.max(0, at.y), size), wanted: true }] : [],
  )
  if (lying.length === 0) return cards
  const fixed = obstacles.map(rect => ({ id: '', rect, wanted: true }))
  const room = { left: 0, right: (columns[index]?.width ?? 0) - CELL_PADDING, top: 0 }
  const places = separate(lying, fixed, () => room)
  return cards.map((card, order) => ({ ...card, at: places.get(`${order}`) ?? card.at }))
}

/** A card that spans stages ends with the last of them. */
function sizeOf(card: Card, index: number, columns: readonly Column[]): Loose {
  const first = columns[index]
  const last = columns[card.until]
  if (card.until <= index || !first || !last) return { at: card.at, size: card.size(CARD_WIDTH) }
  const left = first.x + (card.at ? Math.max(0, card.at.x) : CELL_PADDING)
  const width = Math.max(CARD_WIDTH, last.x + last.width - CELL_PADDING - left)
  return { at: card.at, size: { width, height: card.size(width).height } }
}
