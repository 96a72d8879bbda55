import { cellAt } from '#shared/model/layout/hit.ts'
import type { MapLayout, Rect } from '#shared/model/layout/MapLayout.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import type { NoteMove, NoteSpot } from '../../commands/notes.ts'
import type { Held, Point } from './drop.ts'

/** Map units from the top of a note to where the hand mostly holds it, which says over what it is. */
const GRIP = 20

/** Keeps a chosen place apart from 0, 0, which is the place that nobody chose. */
export function chosen(x: number, y: number): Point {
  const point = { x: Math.round(Math.max(0, x)), y: Math.round(Math.max(0, y)) }
  return point.x === 0 && point.y === 0 ? { x: 1, y: 0 } : point
}

/**
 * What letting go of notes does: over the frame of a group they join it there, elsewhere they leave theirs. A heading
 * joins no other group, and what stands under it comes along by itself. `group` is the frame that one of them is over.
 */
export function noteDrop(layout: MapLayout, held: readonly Held[]): { notes: NoteMove[]; group: Rect | null } {
  let over: Rect | null = null
  const notes = held.flatMap(({ id, rect }): NoteMove[] => {
    const grip = { x: rect.x + rect.width / 2, y: rect.y + GRIP }
    const group = layout.groups.has(id) ? null : groupAt(layout, grip, held)
    const spot = noteSpot(layout, rect)
    if (!group) return [{ id, spot: { ...spot, under: null } }]
    over = group.frame
    const others = group.members.filter(member => member !== id)
    const before = others.find(member => comesBefore(grip, layout.notes.get(member))) ?? null
    const stands = group.members.indexOf(id)
    // It comes to stand where it stands.
    if (stands >= 0 && (group.members[stands + 1] ?? null) === before) return []
    return [{ id, spot: { ...spot, under: group.heading }, before }]
  })
  return { notes, group: over }
}

function groupAt(layout: MapLayout, at: Point, held: readonly Held[]) {
  for (const [heading, { frame, members }] of layout.groups) {
    const inside = at.x >= frame.x && at.y >= frame.y && at.x < frame.x + frame.width && at.y < frame.y + frame.height
    if (inside && !held.some(({ id }) => id === heading)) return { heading, frame, members }
  }
  return null
}

/** Whether a point comes before a note in reading order; over the note itself its upper half does. */
function comesBefore(at: Point, rect: Rect | undefined): boolean {
  if (!rect) return false
  if (at.x < rect.x) return at.y < rect.y + rect.height
  return at.y < (at.x < rect.x + rect.width ? rect.y + rect.height / 2 : rect.y)
}

/** A note stands in a cell of a lane for notes, and free on the map everywhere else. */
function noteSpot(layout: MapLayout, rect: Rect): NoteSpot {
  const cell = cellAt(layout, rect.x, rect.y)
  const kind = layout.rows.find(row => row.lane === cell?.lane)?.kind
  if (cell && kind && laneHolds(kind) === 'notes') {
    return { stage: cell.stage, lane: cell.lane, ...chosen(cell.x, cell.y) }
  }
  return { stage: null, lane: null, x: Math.round(rect.x), y: Math.round(rect.y) }
}
