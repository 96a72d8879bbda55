import type { Lane, Stage } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { laneHolds } from '../records/lanes.ts'
import { type CellCards, Cells } from './Cells.ts'
import { type Card, type CellRoom, type PlacedCell, placeCell, type Span, shiftCell } from './cell.ts'
import { groupFolder } from './groups.ts'
import {
  CARD_WIDTH,
  CELL_PADDING,
  type Column,
  LANE_HEADER_WIDTH,
  type MapLayout,
  type Placed,
  type Rect,
  type Row,
  rectOf,
  type Sizes,
  STAGE_HEADER_HEIGHT,
  STAGE_WIDTH,
  union,
} from './MapLayout.ts'
import { isSameRect, Places, type Rects } from './Places.ts'
import { ANYWHERE, separate } from './separate.ts'
import { stack } from './stack.ts'

/** Of the bounds of an empty map: one lane as it is made. */
const LEAST_HEIGHT = 200

/** A placed cell and what it was placed by, so that it is placed again only when that changes. */
type Known = { readonly cards: CellCards; readonly room: CellRoom; readonly cell: PlacedCell }

/**
 * Computes where everything on a map lies. Pure: the same map and sizes give the same layout everywhere.
 * Records whose stage or lane is missing stand in the extra row `unsorted`; nothing vanishes.
 */
export function layout(map: MapDocument, sizes: Sizes): MapLayout {
  return layouter()(map, sizes, null)
}

/**
 * `layout` for a map that changes: each call is told which cards may have another size than at the last one (null:
 * any) and sees by identity which records changed. Only cells in which something changed are laid out again; the others
 * keep their rectangles, or move as a whole.
 */
export function layouter(): (map: MapDocument, sizes: Sizes, resized: ReadonlySet<string> | null) => MapLayout {
  const fold = groupFolder()
  let gridIds = ''
  let cells: Cells | null = null
  let known = new Map<string, Known>()
  let columns: readonly Column[] = []
  let rects: Rects = { touchpoints: new Map(), notes: new Map() }
  let before: { readonly laid: MapLayout; readonly by: readonly unknown[] } | null = null

  return (whole, allSizes, allResized) => {
    const { map, sizes, resized, unfold } = fold(whole, allSizes, allResized)
    const grid = whole.stages === before?.by[0] && whole.lanes === before.by[1] ? gridIds : gridIdsOf(map)
    if (!cells || grid !== gridIds) {
      cells = new Cells(map)
      known = new Map()
      gridIds = grid
    }
    const moved = cells.follow(map, sizes, resized)
    const by = restsOn(whole, sizes, columns)
    if (!moved && before && isSameList(before.by, by)) return before.laid
    columns = columnsOf(map, cells, columns)

    const places = new Places(rects)
    const layCell = (key: string, cards: CellCards, room: CellRoom, y: number): PlacedCell => {
      const old = known.get(key)
      const same = old && old.cards === cards && isSameRoom(old.room, room, cards.cards)
      const cell = same ? shiftCell(old.cell, y) : placeCell(cards.cards, room, y)
      if (cell !== old?.cell) known.set(key, { cards, room, cell })
      return cell
    }

    const cellsOf = new Map<string, ReadonlyMap<string, readonly Placed[]>>()
    const rows: Row[] = []
    let y = 0
    for (const lane of map.lanes) {
      const { placed, height } = layRow(lane, y, columns, map.stages, cells, sizes, layCell)
      for (const { placed: cards } of placed.values()) places.put(cards)
      if (placed.size > 0) cellsOf.set(lane.id, new Map([...placed].map(([stage, cell]) => [stage, cell.placed])))
      rows.push({ lane: lane.id, kind: lane.kind, y, height })
      y += height
    }
    const last = columns.at(-1)
    const width = last ? last.x + last.width : STAGE_WIDTH
    const unsorted = layUnsorted(cells.homeless.cards, y, width, places)
    for (const card of sizes.apart ? partedFree(cells.free.cards, cellsOf) : cells.free.cards) places.putFree(card)
    rects = places.done(map)

    const header = STAGE_HEADER_HEIGHT
    const below = Math.max(LEAST_HEIGHT, y + (unsorted?.area.height ?? 0))
    let bounds: Rect = { x: -LANE_HEADER_WIDTH, y: -header, width: LANE_HEADER_WIDTH + width, height: header + below }
    for (const rect of rects.touchpoints.values()) bounds = around(bounds, rect)
    for (const rect of rects.notes.values()) bounds = around(bounds, rect)
    const laid = unfold({
      columns,
      rows,
      stageHeaders: new Map(columns.map(({ stage, x, width }) => [stage, { x, y: -header, width, height: header }])),
      laneHeaders: new Map(rows.map(row => [row.lane, headerAt(row.y, row.height)])),
      ...rects,
      cells: cellsOf,
      unsorted,
      bounds,
    })
    before = { laid, by: restsOn(whole, sizes, columns) }
    return laid
  }
}

/** What a layout rests on beside the cards and their sizes; groups of notes also on notes that stand in no cell. */
function restsOn({ stages, lanes, notes }: MapDocument, sizes: Sizes, columns: readonly Column[]): readonly unknown[] {
  const grouped = notes.some(({ under }) => under !== null) ? notes : null
  const computed = lanes.filter(({ kind }) => laneHolds(kind) === 'computed')
  const heights = computed.flatMap(({ id }) =>
    columns.map(({ stage, width }) => sizes.computed?.(id, stage, width) ?? null),
  )
  return [stages, lanes, grouped, sizes.laneScale, sizes.apart, ...heights]
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, at) => part === b[at])
}

function gridIdsOf({ stages, lanes }: MapDocument): string {
  return JSON.stringify([stages.map(({ id }) => id), lanes.map(({ id }) => id)])
}

function headerAt(y: number, height: number): Rect {
  return { x: -LANE_HEADER_WIDTH, y, width: LANE_HEADER_WIDTH, height }
}

/** The same rectangle where it holds the other already. */
function around(bounds: Rect, rect: Rect): Rect {
  const inside =
    rect.x >= bounds.x &&
    rect.y >= bounds.y &&
    rect.x + rect.width <= bounds.x + bounds.width &&
    rect.y + rect.height <= bounds.y + bounds.height
  return inside ? bounds : union(bounds, rect)
}

function columnsOf(map: MapDocument, cells: Cells, before: readonly Column[]): readonly Column[] {
  let x = 0
  const columns = map.stages.map((stage, index) => {
    let width = Math.max(STAGE_WIDTH, stage.width)
    for (const lane of map.lanes) width = Math.max(width, cells.in(lane.id, stage.id).reach)
    const old = before[index]
    const same = old && old.stage === stage.id && old.x === x && old.width === width
    const column = same ? old : { stage: stage.id, x, width }
    x += width
    return column
  })
  return isSameList(before, columns) ? before : columns
}

/** Whether a cell would be placed in this room as it was in that. Spanning cards go by all the columns they cross. */
function isSameRoom(before: CellRoom, now: CellRoom, cards: readonly Card[]): boolean {
  const spans = cards.some(card => card.until > now.index)
  return (
    before.width === now.width &&
    before.top === now.top &&
    before.index === now.index &&
    (spans ? before.columns === now.columns : before.columns[before.index]?.x === now.columns[now.index]?.x) &&
    before.apart === now.apart &&
    before.obstacles.length === now.obstacles.length &&
    before.obstacles.every((rect, at) => isSameRect(rect, now.obstacles[at]))
  )
}

function layRow(
  lane: Lane,
  y: number,
  columns: readonly Column[],
  stages: readonly Stage[],
  cells: Cells,
  sizes: Sizes,
  layCell: (key: string, cards: CellCards, room: CellRoom, y: number) => PlacedCell,
): { placed: Map<string, PlacedCell>; height: number } {
  const least = Math.round(lane.height * (sizes.laneScale ?? 1))
  let height = least
  const computed = laneHolds(lane.kind) === 'computed'
  const content = (column: Column) => sizes.computed?.(lane.id, column.stage, column.width) ?? least
  if (computed) for (const column of columns) height = Math.max(height, content(column))

  const placed = new Map<string, PlacedCell>()
  const spanning: Span[] = []
  for (const [index, column] of columns.entries()) {
    const cards = cells.in(lane.id, column.stage)
    if (cards.cards.length === 0) continue
    const obstacles = spanning
      .filter(span => span.until >= index)
      .map(({ rect }) => ({ ...rect, x: rect.x - column.x }))
    // The stack goes by the width that was set, not by what a hand-placed card made of it: moving one card to the side
    // must not rearrange the others.
    const width = Math.max(STAGE_WIDTH, stages[index]?.width ?? 0)
    const top = computed ? content(column) : CELL_PADDING
    const room: CellRoom = { index, columns, width, top, obstacles, apart: sizes.apart === true }
    const cell = layCell(JSON.stringify([lane.id, index]), cards, room, y)
    spanning.push(...cell.spans)
    placed.set(column.stage, cell)
    height = Math.max(height, cell.height)
  }
  return { placed, height }
}

/** Free notes where none of them hides another, or what lies in a cell. */
function partedFree(cards: readonly Card[], cells: MapLayout['cells']): readonly Card[] {
  if (cards.length === 0) return cards
  const lying = cards.map(({ id, at, size }) => {
    return { id, rect: rectOf(at?.x ?? 0, at?.y ?? 0, size(CARD_WIDTH)), wanted: true }
  })
  const inCells = [...cells.values()].flatMap(row => [...row.values()].flat())
  const fixed = inCells.map(({ id, rect }) => ({ id, rect, wanted: false }))
  const places = separate(lying, fixed, () => ANYWHERE)
  return cards.map(card => ({ ...card, at: places.get(card.id) ?? card.at }))
}

function layUnsorted(cards: readonly Card[], y: number, width: number, places: Places): MapLayout['unsorted'] {
  if (cards.length === 0) return null
  const sized = cards.map(card => ({ at: null, size: card.size(CARD_WIDTH) }))
  let height = 0
  const placed = stack(sized, width).map((rect, index): Placed => {
    const { id, kind } = cards[index] as Card
    height = Math.max(height, rect.y + rect.height + CELL_PADDING)
    return { id, kind, stacked: true, rect: { ...rect, y: rect.y + y } }
  })
  places.put(placed)
  return { header: headerAt(y, height), area: { x: 0, y, width, height } }
}
