import { add, type Change } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { LaneKind } from '#shared/model/records/lanes.ts'
import { LANE_NAMES } from '../commands/grid.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** The stages of most customers' journeys; to be renamed. */
const FIVE = ['Become aware', 'Decide', 'Begin', 'Use', 'Come back']

function lanes(open: OpenMap, kinds: readonly LaneKind[]): Change[] {
  if (open.map.getState().map.lanes.length > 0) return []
  return kinds.map(kind => add('lanes', KINDS.lanes.make({ id: newId(), name: LANE_NAMES[kind], kind })))
}

/** Begins an empty map with one stage, and a lane to put cards in; opens the stage's name. One step. */
export function startWithOneStage(open: OpenMap): void {
  const stage = KINDS.stages.make({ id: newId(), name: '' })
  open.session.apply([add('stages', stage), ...lanes(open, ['steps'])])
  open.view.setState({ selected: [stage.id], editing: { kind: 'stages', id: stage.id, field: 'name' } })
}

/** Begins an empty map with five stages and the lanes of a plain journey. One step. */
export function startWithFiveStages(open: OpenMap): void {
  const stages = FIVE.map(name => add('stages', KINDS.stages.make({ id: newId(), name })))
  open.session.apply([...stages, ...lanes(open, ['steps', 'frontstage', 'feelings', 'pains'])])
}
