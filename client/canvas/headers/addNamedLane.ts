import type { LaneKind } from '#shared/model/records/lanes.ts'
import { addLane } from '../../commands/grid.ts'
import { startEditing } from '../../commands/typing.ts'
import type { OpenMap } from '../../store/MapContext.tsx'

/** Adds a lane before another (null: at the end) and opens its name. */
export function addNamedLane(open: OpenMap, kind: LaneKind, before: string | null): void {
  const id = addLane(open, kind, before)
  open.view.setState({ selected: [id] })
  startEditing(open, { kind: 'lanes', id, field: 'name' })
}
