import { cellAt, cellRect, slotAt } from '#shared/model/layout/hit.ts'
import { CARD_GAP, CELL_PADDING, type MapLayout, type Placed, type Rect } from '#shared/model/layout/MapLayout.ts'
import { stackColumns } from '#shared/model/layout/stack.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import type { NoteMove } from '../../commands/notes.ts'
import type { Move } from '../../commands/touchpoints.ts'
import { chosen, noteDrop } from './noteDrop.ts'

export type Point = { readonly x: number; readonly y: number }

/** A card in the hand: where it is held now, in absolute map units. */
export type Held = { readonly id: string; readonly kind: 'touchpoints' | 'notes'; readonly rect: Rect }

/** What letting go would do. `line` shows where the card comes to stand, null for a card that is placed by hand. */
export type Drop = {
  readonly touchpoints: readonly Move[]
  readonly notes: readonly NoteMove[]
  readonly cell: Rect | null
  readonly line: Rect | null
}

const LINE = 2

/** The stage and lane in which a card lies; null for notes on the free map and cards without a home. */
function homeOf(layout: MapLayout, id: string): { stage: string; lane: string } | null {
  for (const [lane, stages] of layout.cells) {
    for (const [stage, cards] of stages) if (cards.some(card => card.id === id)) return { stage, lane }
  }
  return null
}

/**
 * What it means to let go of cards (in the order of the map) while the pointer is at a point of the map. Cards come into the stack of the cell
 * under the pointer, those of other cells as many stages and lanes further as the one that was grabbed; `byHand` leaves
 * each exactly where it is. Null where nothing may lie.
 */
export function dropOf(
  layout: MapLayout,
  held: readonly Held[],
  grabbed: string,
  pointer: Point,
  byHand: boolean,
): Drop | null {
  const touchpoints = held.filter(card => card.kind === 'touchpoints')
  const { notes, group } = noteDrop(
    layout,
    held.filter(card => card.kind === 'notes'),
  )
  if (touchpoints.length === 0) return { touchpoints: [], notes, cell: group, line: null }
  const cell = cellAt(layout, pointer.x, pointer.y)
  if (!cell || !holdsTouchpoints(layout, cell.lane)) return null
  const area = cellRect(layout, cell.stage, cell.lane)
  if (byHand) {
    const moves = touchpoints.flatMap(card => {
      const under = homeUnder(layout, card.rect) ?? cell
      const place = cellRect(layout, under.stage, under.lane)
      if (!place) return []
      const { x, y } = chosen(card.rect.x - place.x, card.rect.y - place.y)
      return [{ id: card.id, spot: { stage: under.stage, lane: under.lane, x, y } }]
    })
    return { touchpoints: moves, notes, cell: area, line: null }
  }
  const moving = new Set(held.map(card => card.id))
  const slot = slotAt(layout, pointer.x, pointer.y, { moving })
  if (!slot) return null
  return {
    touchpoints: intoStacks(layout, touchpoints, grabbed, slot),
    notes,
    cell: area,
    line: area && lineAt(layout, area, slot, moving),
  }
}

function holdsTouchpoints(layout: MapLayout, lane: string): boolean {
  const row = layout.rows.find(row => row.lane === lane)
  return row !== undefined && laneHolds(row.kind) === 'touchpoints'
}

/** The cell that a card's top left is in, when touchpoints may lie there. */
function homeUnder(layout: MapLayout, rect: Rect): { stage: string; lane: string } | null {
  const cell = cellAt(layout, rect.x, rect.y)
  return cell && holdsTouchpoints(layout, cell.lane) ? cell : null
}

type Home = { stage: string; lane: string }

function intoStacks(
  layout: MapLayout,
  held: readonly Held[],
  grabbed: string,
  { stage, lane, before }: Home & { before: string | null },
): Move[] {
  const target = { stage, lane }
  const stages = layout.columns.map(column => column.stage)
  const lanes = layout.rows.map(row => row.lane)
  const from = homeOf(layout, grabbed)
  const further = {
    stages: from ? stages.indexOf(target.stage) - stages.indexOf(from.stage) : 0,
    lanes: from ? lanes.indexOf(target.lane) - lanes.indexOf(from.lane) : 0,
  }
  return held.flatMap((card): Move[] => {
    const home = homeOf(layout, card.id)
    const besides = home === null || from === null || (home.stage === from.stage && home.lane === from.lane)
    if (besides) {
      if (alreadyThere(layout, card.id, target, before, held)) return []
      return [{ id: card.id, spot: { ...target, x: null, y: null }, before }]
    }
    if (further.stages === 0 && further.lanes === 0) return []
    const index = Math.min(stages.length - 1, Math.max(0, stages.indexOf(home.stage) + further.stages))
    const lane = lanes[lanes.indexOf(home.lane) + further.lanes] ?? target.lane
    const stage = stages[index] ?? target.stage
    return [
      { id: card.id, spot: { stage, lane: holdsTouchpoints(layout, lane) ? lane : target.lane, x: null, y: null } },
    ]
  })
}

/** Whether a single card would come to stand where it stands, which is nothing to write down. */
function alreadyThere(
  layout: MapLayout,
  id: string,
  { stage, lane }: Home,
  before: string | null,
  held: readonly Held[],
) {
  if (held.length > 1) return false
  const stacked = stackOf(layout, stage, lane)
  const index = stacked.findIndex(card => card.id === id)
  return index >= 0 && (stacked[index + 1]?.id ?? null) === before
}

function stackOf(layout: MapLayout, stage: string, lane: string): Placed[] {
  const cards = layout.cells.get(lane)?.get(stage) ?? []
  return cards.filter(card => card.stacked && card.kind === 'touchpoints')
}

/** The line between two neighbours of a stack: lying where cards stand one under the other, upright side by side. */
function lineAt(
  layout: MapLayout,
  area: Rect,
  slot: { stage: string; lane: string; before: string | null; after: string | null },
  moving: ReadonlySet<string>,
): Rect {
  const stack = stackOf(layout, slot.stage, slot.lane).filter(card => !moving.has(card.id))
  const before = stack.find(card => card.id === slot.before)?.rect
  const after = stack.find(card => card.id === slot.after)?.rect
  const neighbour = before ?? after
  if (!neighbour) {
    return {
      x: area.x + CELL_PADDING,
      y: area.y + CELL_PADDING - CARD_GAP / 2,
      width: area.width - 2 * CELL_PADDING,
      height: LINE,
    }
  }
  const half = CARD_GAP / 2 + LINE / 2
  if (stackColumns(area.width) > 1) {
    const x = before ? before.x - half : neighbour.x + neighbour.width + half - LINE
    return { x, y: neighbour.y, width: LINE, height: neighbour.height }
  }
  const y = before ? before.y - half : neighbour.y + neighbour.height + half - LINE
  return { x: neighbour.x, y, width: neighbour.width, height: LINE }
}
