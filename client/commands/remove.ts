import type { Change } from '#shared/doc/change.ts'
import { LIST_NAMES, type ListName } from '#shared/model/kindNames.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { membersOf, takenOut } from './noteGroups.ts'

/** Which kinds can be selected on the canvas, and so deleted with a key. */
const ON_CANVAS: readonly ListName[] = ['stages', 'lanes', 'touchpoints', 'links', 'notes']

/**
 * Deletes records as one step. What stood in a removed stage or lane goes to "unsorted", quotes go back to
 * the tray: only the record itself is marked, so undo brings everything back as it was.
 */
export function remove(open: OpenMap, kind: ListName, ids: readonly string[]): void {
  open.session.apply(ids.map((id): Change => ({ do: 'remove', kind, id })))
  const gone = new Set(ids)
  open.view.setState(view => ({
    selected: view.selected.filter(id => !gone.has(id)),
    editing: view.editing && gone.has(view.editing.id) ? null : view.editing,
  }))
}

/** Brings back a deleted record with everything that was written into it, and selects it on the canvas. One step. */
export function restore(open: OpenMap, kind: ListName, id: string): void {
  open.session.apply([{ do: 'restore', kind, id }])
  if (!ON_CANVAS.includes(kind)) return
  // Only once it is in the mirrored map again: what is selected and not there is let go of.
  queueMicrotask(() => open.view.setState({ selected: [id], editing: null }))
}

/** Deletes whatever is selected on the canvas, as one step. Returns how many records that were. */
export function removeSelected(open: OpenMap): number {
  const { map } = open.map.getState()
  const selected = new Set(open.view.getState().selected)
  // What stood under a removed heading stays where it is.
  const changes: Change[] = takenOut(open, membersOf(open, selected))
  const released = changes.length
  for (const kind of LIST_NAMES) {
    if (!ON_CANVAS.includes(kind)) continue
    for (const { id } of map[kind]) if (selected.has(id)) changes.push({ do: 'remove', kind, id })
  }
  open.session.apply(changes)
  if (changes.length > 0) open.view.setState({ selected: [], editing: null })
  return changes.length - released
}
