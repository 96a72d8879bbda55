import { laneHolds } from '#shared/model/records/lanes.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { Target } from './pastedText.ts'

/**
 * Where something that is added without a pointer comes to stand: behind the selected card, in the selected stage or
 * lane, else in the first cell for touchpoints. Null on a map without one.
 */
export function selectedTarget(open: OpenMap): Target | null {
  const { map } = open.map.getState()
  const selected = new Set(open.view.getState().selected)
  const holding = map.lanes.filter(({ kind }) => laneHolds(kind) === 'touchpoints')
  const last = map.touchpoints.findLastIndex(({ id }) => selected.has(id))
  const card = map.touchpoints[last]
  if (card && map.stages.some(({ id }) => id === card.stage) && holding.some(({ id }) => id === card.lane)) {
    const { stage, lane } = card
    const following = map.touchpoints.slice(last + 1).find(other => other.stage === stage && other.lane === lane)
    return { stage, lane, before: following?.id ?? null }
  }
  const stage = map.stages.find(({ id }) => selected.has(id)) ?? map.stages[0]
  const lane = holding.find(({ id }) => selected.has(id)) ?? holding[0]
  return stage && lane ? { stage: stage.id, lane: lane.id, before: null } : null
}
