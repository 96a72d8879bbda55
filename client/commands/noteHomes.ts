import type { Note } from '#shared/model/kinds.ts'
import { cellAt, slotAt } from '#shared/model/layout/hit.ts'
import { type MapLayout, overlaps, type Rect } from '#shared/model/layout/MapLayout.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import type { Target } from './pastedText.ts'

type Point = { readonly x: number; readonly y: number }

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** The span whose middle is the closest to a point along one direction. */
function closest<T>(spans: readonly T[], at: number, middle: (span: T) => number): T | undefined {
  const away = (span: T) => Math.abs(middle(span) - at)
  return spans.reduce<T | undefined>((best, span) => (best && away(best) <= away(span) ? best : span), undefined)
}

/**
 * Where a touchpoint stands that a note becomes: in the cell under the note when touchpoints may be there, else in the
 * closest one. Null where there is no such cell; then it is unsorted.
 */
export function cellOfNote(map: MapDocument, layout: MapLayout | null, note: Note): Target | null {
  const rows = map.lanes.filter(({ kind }) => laneHolds(kind) === 'touchpoints').map(({ id }) => id)
  const rect = layout?.notes.get(note.id)
  if (!layout || !rect) {
    const stage = map.stages.find(({ id }) => id === note.stage) ?? map.stages[0]
    return stage && rows[0] !== undefined ? { stage: stage.id, lane: rows[0], before: null } : null
  }
  const at = middleOf(rect)
  const column =
    layout.columns.find(({ x, width }) => at.x >= x && at.x < x + width) ??
    closest(layout.columns, at.x, ({ x, width }) => x + width / 2)
  const row = closest(
    layout.rows.filter(({ lane }) => rows.includes(lane)),
    at.y,
    ({ y, height }) => Math.min(Math.max(at.y, y), y + height),
  )
  if (!column || !row) return null
  const inside = cellAt(layout, at.x, at.y)
  const isThere = inside?.stage === column.stage && inside.lane === row.lane
  const before = isThere ? (slotAt(layout, at.x, at.y)?.before ?? null) : null
  return { stage: column.stage, lane: row.lane, before }
}

/**
 * The touchpoint that a note is about: the only one that it is linked to, else the one on which most of it lies, else
 * the closest one in its cell, else the only one of its stage. Null where that is not clear.
 */
export function touchpointOfNote(map: MapDocument, layout: MapLayout | null, note: Note): string | null {
  const isTouchpoint = new Set(map.touchpoints.map(({ id }) => id))
  const linked = new Set(
    map.links
      .filter(({ from, to }) => from === note.id || to === note.id)
      .map(({ from, to }) => (from === note.id ? to : from))
      .filter(id => isTouchpoint.has(id)),
  )
  if (linked.size === 1) return [...linked][0] ?? null
  const rect = layout?.notes.get(note.id)
  if (!layout || !rect) return null
  const on = [...layout.touchpoints].filter(([, card]) => overlaps(card, rect))
  const most = on.toSorted(([, one], [, other]) => shared(other, rect) - shared(one, rect))[0]
  if (most) return most[0]
  const at = middleOf(rect)
  const cell = cellAt(layout, at.x, at.y)
  if (!cell) return null
  const inCell = (layout.cells.get(cell.lane)?.get(cell.stage) ?? []).filter(({ kind }) => kind === 'touchpoints')
  const away = (card: Rect) => Math.hypot(middleOf(card).x - at.x, middleOf(card).y - at.y)
  const near = inCell.toSorted((one, other) => away(one.rect) - away(other.rect))[0]
  if (near) return near.id
  const inStage = map.touchpoints.filter(({ stage }) => stage === cell.stage)
  return inStage.length === 1 ? (inStage[0]?.id ?? null) : null
}

/** Map units squared that two rectangles have in common. */
function shared(one: Rect, other: Rect): number {
  const along = (a: number, length: number, b: number, otherLength: number) =>
    Math.max(0, Math.min(a + length, b + otherLength) - Math.max(a, b))
  return along(one.x, one.width, other.x, other.width) * along(one.y, one.height, other.y, other.height)
}
