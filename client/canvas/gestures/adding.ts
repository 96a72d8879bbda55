import { cellAt, slotAt } from '#shared/model/layout/hit.ts'
import { CARD_WIDTH, type MapLayout } from '#shared/model/layout/MapLayout.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import { readMe } from '../../api/me.ts'
import { beginCard } from '../../commands/drafts.ts'
import { addNote, type NoteSpot } from '../../commands/notes.ts'
import type { OpenMap } from '../../store/MapContext.tsx'
import type { Point } from './drop.ts'

export type Cell = { readonly stage: string; readonly lane: string; readonly holds: 'touchpoints' | 'notes' }

/** The cell at a point of the map when a person may add something there. */
export function addableCell(layout: MapLayout, at: Point): Cell | null {
  const cell = cellAt(layout, at.x, at.y)
  const kind = layout.rows.find(row => row.lane === cell?.lane)?.kind
  if (!cell || !kind) return null
  const holds = laneHolds(kind)
  return holds === 'computed' ? null : { stage: cell.stage, lane: cell.lane, holds }
}

/** Begins a touchpoint in the stack of the cell at a point. Returns whether one may be there. */
export function addTouchpointAt(open: OpenMap, layout: MapLayout, at: Point): boolean {
  const cell = addableCell(layout, at)
  if (cell?.holds !== 'touchpoints') return false
  const before = slotAt(layout, at.x, at.y)?.before ?? null
  beginCard(open, cell, before)
  return true
}

/** Where a note comes to lie that is added at a point: in the cell of a lane for notes, else where the pointer is. */
export function noteSpotAt(layout: MapLayout, at: Point): NoteSpot {
  const cell = addableCell(layout, at)
  if (cell?.holds === 'notes') return { stage: cell.stage, lane: cell.lane, x: 0, y: 0 }
  // The pointer holds the sheet by its upper middle.
  return { stage: null, lane: null, x: Math.round(at.x - CARD_WIDTH / 2), y: Math.round(at.y - 20) }
}

/** Adds a note at a point and opens its text. */
export function addNoteAt(open: OpenMap, layout: MapLayout, at: Point): void {
  addNote(open, noteSpotAt(layout, at), readMe()?.name ?? '')
}
