import type { Lane, Note, Stage, Touchpoint } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { laneHolds } from '../records/lanes.ts'
import { frameOf, layGroup, noteGroups } from './groups.ts'
import {
  CARD_WIDTH,
  CELL_PADDING,
  type Column,
  LANE_HEADER_WIDTH,
  type MapLayout,
  type Placed,
  type PlacedKind,
  type Rect,
  type Row,
  rectOf,
  type Size,
  type Sizes,
  STAGE_HEADER_HEIGHT,
  STAGE_WIDTH,
  union,
} from './MapLayout.ts'
import { type Loose, stack } from './stack.ts'

/** Of the bounds of an empty map: one lane as it is made. */
const LEAST_HEIGHT = 200

type Point = { x: number; y: number }
type Card = {
  id: string
  kind: PlacedKind
  at: Point | null
  until: number
  size: (width: number) => Size
}
/** What stands under a heading, in rectangles from the heading's corner; the first is the heading's own. */
type Group = { ids: readonly string[]; size: Size; rects: readonly Rect[] }
/** Cards by stage index, then in the order of the map. */
type LaneCards = Map<number, Card[]>

/** Notes start at 0, 0; only another place is one that a person chose. */
function noteAt(note: Note): Point | null {
  return note.x === 0 && note.y === 0 ? null : { x: note.x, y: note.y }
}

/** A card's place in its cell. One coordinate without the other is no place. */
function touchpointAt({ x, y }: Touchpoint): Point | null {
  return x === null || y === null ? null : { x, y }
}

/**
 * Computes where everything on a map lies. Pure: the same map and sizes give the same layout everywhere.
 * Records whose stage or lane is missing stand in the extra row `unsorted`; nothing vanishes.
 */
export function layout(map: MapDocument, sizes: Sizes): MapLayout {
  const groups = groupsOf(map.notes, sizes)
  const { homes, homeless, free } = sortIntoCells(map, sizes, groups)
  const columns = columnsOf(map.stages, homes)
  const touchpoints = new Map<string, Rect>()
  const notes = new Map<string, Rect>()
  const frames = new Map<string, { frame: Rect; members: readonly string[] }>()
  const keep = ({ id, kind, rect }: Placed) => (kind === 'touchpoints' ? touchpoints : notes).set(id, rect)
  /** A card, or a heading and everything under it where a card of their size was placed. */
  const unfold = (card: Placed): Placed[] => {
    const group = card.kind === 'notes' ? groups.get(card.id) : undefined
    if (!group) return [card]
    const rects = group.rects.map(rect => ({ ...rect, x: rect.x + card.rect.x, y: rect.y + card.rect.y }))
    frames.set(card.id, { frame: frameOf(rects), members: group.ids.slice(1) })
    return rects.map((rect, index) => ({ ...card, id: group.ids[index] ?? card.id, rect }))
  }

  const cells = new Map<string, Map<string, readonly Placed[]>>()
  const rows: Row[] = []
  let y = 0
  for (const lane of map.lanes) {
    const { placed, height } = layRow(lane, y, columns, map.stages, homes.get(lane.id) ?? new Map(), sizes)
    const unfolded = new Map([...placed].map(([stage, cards]) => [stage, cards.flatMap(unfold)]))
    for (const cards of unfolded.values()) cards.forEach(keep)
    if (unfolded.size > 0) cells.set(lane.id, unfolded)
    rows.push({ lane: lane.id, kind: lane.kind, y, height })
    y += height
  }
  const last = columns.at(-1)
  const width = last ? last.x + last.width : STAGE_WIDTH
  const unsorted = homeless.length > 0 ? layUnsorted(homeless, y, width, card => unfold(card).forEach(keep)) : null
  for (const { id, x, y } of free) {
    const rect = rectOf(x, y, groups.get(id)?.size ?? sizes.note(id))
    unfold({ id, kind: 'notes', stacked: false, rect }).forEach(keep)
  }

  const header = STAGE_HEADER_HEIGHT
  const grid = Math.max(LEAST_HEIGHT, y + (unsorted?.area.height ?? 0))
  let bounds: Rect = { x: -LANE_HEADER_WIDTH, y: -header, width: LANE_HEADER_WIDTH + width, height: header + grid }
  for (const rect of touchpoints.values()) bounds = union(bounds, rect)
  for (const rect of notes.values()) bounds = union(bounds, rect)
  return {
    columns,
    rows,
    stageHeaders: new Map(columns.map(({ stage, x, width }) => [stage, { x, y: -header, width, height: header }])),
    laneHeaders: new Map(rows.map(row => [row.lane, headerAt(row.y, row.height)])),
    touchpoints,
    notes,
    cells,
    groups: frames,
    unsorted,
    bounds,
  }
}

function headerAt(y: number, height: number): Rect {
  return { x: -LANE_HEADER_WIDTH, y, width: LANE_HEADER_WIDTH, height }
}

/** In a cell there is room for one column of notes. */
function groupsOf(notes: readonly Note[], sizes: Sizes): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>()
  const headings = noteGroups(notes)
  for (const note of notes) {
    const members = headings.get(note.id)
    if (!members) continue
    const isFree = note.stage === null && note.lane === null
    const laid = layGroup(
      sizes.note(note.id),
      members.map(({ id }) => sizes.note(id)),
      !isFree,
    )
    groups.set(note.id, { ids: [note.id, ...members.map(({ id }) => id)], ...laid })
  }
  return groups
}

function sortIntoCells(map: MapDocument, sizes: Sizes, groups: ReadonlyMap<string, Group>) {
  const stageIndex = new Map(map.stages.map((stage, index) => [stage.id, index]))
  const homes = new Map<string, LaneCards>(map.lanes.map(lane => [lane.id, new Map()]))
  const homeless: Card[] = []
  const free: Note[] = []
  const settle = (card: Card, stage: string, lane: string) => {
    const index = stageIndex.get(stage)
    const row = homes.get(lane)
    if (index === undefined || !row) {
      homeless.push(card)
      return
    }
    const cell = row.get(index)
    if (cell) cell.push(card)
    else row.set(index, [card])
  }
  for (const touchpoint of map.touchpoints) {
    const { id, stage, lane, untilStage } = touchpoint
    const until = untilStage === null ? -1 : (stageIndex.get(untilStage) ?? -1)
    const size = (width: number) => sizes.touchpoint(id, width)
    settle({ id, kind: 'touchpoints', at: touchpointAt(touchpoint), until, size }, stage, lane)
  }
  const grouped = new Set([...groups.values()].flatMap(({ ids }) => ids.slice(1)))
  for (const note of map.notes) {
    const { id, stage, lane } = note
    if (grouped.has(id)) continue
    // With only one of the two, the other was removed: its place was meant in a cell and means nothing on the map.
    if (stage === null && lane === null) free.push(note)
    else
      settle(
        { id, kind: 'notes', at: noteAt(note), until: -1, size: () => groups.get(id)?.size ?? sizes.note(id) },
        stage ?? '',
        lane ?? '',
      )
  }
  return { homes, homeless, free }
}

function columnsOf(stages: readonly Stage[], homes: ReadonlyMap<string, LaneCards>): Column[] {
  const widths = stages.map(stage => Math.max(STAGE_WIDTH, stage.width))
  for (const row of homes.values()) {
    for (const [index, cards] of row) {
      for (const { at, size } of cards) {
        if (!at) continue
        const reach = Math.max(0, at.x) + size(CARD_WIDTH).width + CELL_PADDING
        widths[index] = Math.max(widths[index] ?? 0, reach)
      }
    }
  }
  let x = 0
  return stages.map((stage, index) => {
    const width = widths[index] ?? STAGE_WIDTH
    const column = { stage: stage.id, x, width }
    x += width
    return column
  })
}

function layRow(
  lane: Lane,
  y: number,
  columns: readonly Column[],
  stages: readonly Stage[],
  row: LaneCards,
  sizes: Sizes,
): { placed: Map<string, readonly Placed[]>; height: number } {
  let height = lane.height
  const computed = laneHolds(lane.kind) === 'computed'
  const content = (column: Column) => sizes.computed?.(lane.id, column.stage, column.width) ?? lane.height
  if (computed) for (const column of columns) height = Math.max(height, content(column))

  const placed = new Map<string, readonly Placed[]>()
  /** Cards that reach beyond their own stage, relative to the row. */
  const spanning: { until: number; rect: Rect }[] = []
  const inOrder = [...row.keys()].sort((a, b) => a - b)
  for (const index of inOrder) {
    const cards = row.get(index) ?? []
    const column = columns[index] as Column
    const sized = cards.map(card => sizeOf(card, index, columns))
    const obstacles = spanning
      .filter(span => span.until >= index)
      .map(({ rect }) => ({ ...rect, x: rect.x - column.x }))
    // The stack goes by the width that was set, not by what a hand-placed card made of it: moving one card to the side
    // must not rearrange the others.
    const set = Math.max(STAGE_WIDTH, stages[index]?.width ?? 0)
    const rects = stack(sized, set, obstacles, computed ? content(column) : CELL_PADDING)
    placed.set(
      column.stage,
      cards.map(({ id, kind, at, until }, i) => {
        const rect = rects[i] as Rect
        if (until > index) spanning.push({ until, rect: { ...rect, x: rect.x + column.x } })
        height = Math.max(height, rect.y + rect.height + CELL_PADDING)
        return { id, kind, stacked: at === null, rect: { ...rect, x: rect.x + column.x, y: rect.y + y } }
      }),
    )
  }
  return { placed, height }
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

function layUnsorted(cards: readonly Card[], y: number, width: number, keep: (placed: Placed) => void) {
  const rects = stack(
    cards.map(card => ({ at: null, size: card.size(CARD_WIDTH) })),
    width,
  )
  let height = 0
  for (const [index, { id, kind }] of cards.entries()) {
    const rect = rects[index] as Rect
    keep({ id, kind, stacked: true, rect: { ...rect, y: rect.y + y } })
    height = Math.max(height, rect.y + rect.height + CELL_PADDING)
  }
  return { header: headerAt(y, height), area: { x: 0, y, width, height } }
}
