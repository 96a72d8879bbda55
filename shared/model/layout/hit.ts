import {
  CARD_GAP,
  type Column,
  type MapLayout,
  type Placed,
  type PlacedKind,
  type Rect,
  type Row,
} from './MapLayout.ts'

/** A point in a cell; `x`, `y` from the top left of the cell. */
export type CellPoint = { readonly stage: string; readonly lane: string; readonly x: number; readonly y: number }

/**
 * A place between stacked cards. `before` and `after` are the neighbours' ids, null at the ends; `index` counts the
 * stacked cards of that kind, without the moving ones.
 */
export type Slot = {
  readonly stage: string
  readonly lane: string
  readonly index: number
  readonly after: string | null
  readonly before: string | null
}

/** The last of the sorted spans that starts at or before `at` and still holds it. */
function find<T>(spans: readonly T[], at: number, start: (span: T) => number, size: (span: T) => number): T | null {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle] as T
    if (at < start(span)) high = middle - 1
    else if (at >= start(span) + size(span)) low = middle + 1
    else return span
  }
  return null
}

function columnAt(layout: MapLayout, x: number): Column | null {
  return find(
    layout.columns,
    x,
    column => column.x,
    column => column.width,
  )
}

function rowAt(layout: MapLayout, y: number): Row | null {
  return find(
    layout.rows,
    y,
    row => row.y,
    row => row.height,
  )
}

/** The cell at a point of the map (absolute map units), or null outside of all cells. */
export function cellAt(layout: MapLayout, x: number, y: number): CellPoint | null {
  const column = columnAt(layout, x)
  const row = rowAt(layout, y)
  return column && row && { stage: column.stage, lane: row.lane, x: x - column.x, y: y - row.y }
}

/** The rectangle of a cell in absolute map units, or null when the stage or the lane is not on the map. */
export function cellRect(layout: MapLayout, stage: string, lane: string): Rect | null {
  const top = layout.stageHeaders.get(stage)
  const left = layout.laneHeaders.get(lane)
  return top && left ? { x: top.x, y: left.y, width: top.width, height: left.height } : null
}

/**
 * Where among the stacked cards of its cell a card would come that is let go at a point of the map (absolute map
 * units): before the first card whose middle lies behind the point in reading order. Null outside of all cells.
 */
export function slotAt(
  layout: MapLayout,
  x: number,
  y: number,
  options: { kind?: PlacedKind; moving?: ReadonlySet<string> } = {},
): Slot | null {
  const cell = cellAt(layout, x, y)
  if (!cell) return null
  const { kind = 'touchpoints', moving } = options
  const stacked = (layout.cells.get(cell.lane)?.get(cell.stage) ?? []).filter(
    card => card.stacked && card.kind === kind && !moving?.has(card.id),
  )
  const found = stacked.findIndex((_, index) => comesBefore(x, y, stacked, index))
  const index = found < 0 ? stacked.length : found
  return {
    stage: cell.stage,
    lane: cell.lane,
    index,
    after: stacked[index - 1]?.id ?? null,
    before: stacked[index]?.id ?? null,
  }
}

/** Whether a point comes before a stacked card: above its middle, or, in a row of several, left of its middle. */
function comesBefore(x: number, y: number, stacked: readonly Placed[], index: number): boolean {
  const rect = stacked[index]?.rect
  if (!rect) return false
  const row = [stacked[index - 1]?.rect, rect, stacked[index + 1]?.rect].filter(other => other?.y === rect.y)
  if (row.length === 1) return y < rect.y + rect.height / 2
  const bottom = Math.max(...row.map(other => (other ? other.y + other.height : 0)))
  if (y < rect.y - CARD_GAP / 2) return true
  return y < bottom + CARD_GAP / 2 && x < rect.x + rect.width / 2
}
