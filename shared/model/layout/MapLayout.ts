import type { LaneKind } from '../records/lanes.ts'

/** Map units. One unit is one pixel at zoom 1. */
export type Size = { readonly width: number; readonly height: number }
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Width of a card, and of a note, that spans no further stage. */
export const CARD_WIDTH = 240
/** Free space along the edges of a cell. */
export const CELL_PADDING = 20
/** Space between two stacked cards. */
export const CARD_GAP = 16
/** A stage is never narrower than one card and its padding. */
export const STAGE_WIDTH = CARD_WIDTH + 2 * CELL_PADDING
export const STAGE_HEADER_HEIGHT = 56
export const LANE_HEADER_WIDTH = 160

export type Column = { readonly stage: string; readonly x: number; readonly width: number }
export type Row = { readonly lane: string; readonly kind: LaneKind; readonly y: number; readonly height: number }

/** What lies in cells: records of these two kinds. */
export type PlacedKind = 'touchpoints' | 'notes'

/** A card in its cell; `rect` in absolute map units. `stacked`: placed by the layout, not by hand. */
export type Placed = {
  readonly id: string
  readonly kind: PlacedKind
  readonly rect: Rect
  readonly stacked: boolean
}

/**
 * Where everything lies, in absolute map units. The origin is the top left corner of the first cell: stage headers
 * lie above it (negative y), lane headers to its left (negative x).
 */
export type MapLayout = {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** By stage id. */
  readonly stageHeaders: ReadonlyMap<string, Rect>
  /** By lane id. */
  readonly laneHeaders: ReadonlyMap<string, Rect>
  /** By id and in the order of the map, as are the notes: the later of two lies over the other. */
  readonly touchpoints: ReadonlyMap<string, Rect>
  readonly notes: ReadonlyMap<string, Rect>
  /** By lane id, then stage id: the cards of each cell that has any, in the order of the map, touchpoints before notes. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, readonly Placed[]>>
  /** Notes under a heading, by the heading's id: the frame around all of them, and what stands under it in order. */
  readonly groups: ReadonlyMap<string, { readonly frame: Rect; readonly members: readonly string[] }>
  /** The extra row of cards without a home, its header included; null when every card has one. */
  readonly unsorted: { readonly header: Rect; readonly area: Rect } | null
  /** Everything, headers and free notes included. */
  readonly bounds: Rect
}

/** What the layout asks about sizes; all in map units. */
export type Sizes = {
  /** `width` is what the layout has room for: one card, or as far as the card spans. */
  touchpoint(id: string, width: number): Size
  note(id: string): Size
  /** The height that the content of a computed lane needs in a stage. Without it the lane's own height stands. */
  computed?(lane: string, stage: string, width: number): number
  /** How many times as high as they were set lanes are, 1 where it is left out: they hold as much in larger text. */
  readonly laneScale?: number
  /** Whether what a person placed makes way for each other, as where text is larger than it was when it was placed. */
  readonly apart?: boolean
}

/** Takes nothing but the size from what may be more than a size. */
export function rectOf(x: number, y: number, { width, height }: Size): Rect {
  return { x, y, width, height }
}

/** The smallest rectangle around both. */
export function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** Whether two rectangles share any area. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
