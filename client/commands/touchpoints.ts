import { add, type Change, type FieldsOf, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS, type Touchpoint } from '#shared/model/kinds.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { beginCard } from './drafts.ts'
import type { NoteMove } from './notes.ts'

/** Where a card stands: its cell, and by hand (relative to the cell, map units) or in its stack. */
export type Spot = { stage: string; lane: string; x: number | null; y: number | null }

/**
 * Begins a touchpoint where the selected one is, in the selected stage or lane, else in the first cell; makes a stage and
 * a lane where there are none.
 */
export function addTouchpointAnywhere(open: OpenMap): void {
  const { map } = open.map.getState()
  const changes: Change[] = []
  const [chosen] = open.view.getState().selected
  const isChosen = ({ id }: { id: string }) => id === chosen
  const stage = map.stages.find(isChosen) ?? map.stages[0] ?? KINDS.stages.make({ id: newId(), name: 'First stage' })
  if (map.stages.length === 0) changes.push(add('stages', stage))
  const lanes = map.lanes.filter(candidate => laneHolds(candidate.kind) === 'touchpoints')
  const lane =
    lanes.find(isChosen) ?? lanes[0] ?? KINDS.lanes.make({ id: newId(), name: 'What the customer does', kind: 'steps' })
  if (!map.lanes.some(candidate => candidate.id === lane.id)) changes.push(add('lanes', lane))
  open.session.apply(changes)
  const selected = map.touchpoints.find(isChosen)
  beginCard(open, { stage: selected?.stage || stage.id, lane: selected?.lane || lane.id })
}

/** A card that was dragged somewhere else; `before` is the card of the same stack that it now stands before. */
export type Move = { id: string; spot: Spot; before?: string | null }

/** The changes that move touchpoints. One that spans stages keeps its length in stages where there is room. */
function touchpointMoves(open: OpenMap, moves: readonly Move[]): Change[] {
  const { map } = open.map.getState()
  const indexOf = new Map(map.stages.map((stage, index) => [stage.id, index]))
  const changes: Change[] = []
  for (const { id, spot, before } of moves) {
    const touchpoint = map.touchpoints.find(candidate => candidate.id === id)
    if (!touchpoint) continue
    const { stage, lane, x, y } = spot
    const length = (indexOf.get(touchpoint.untilStage ?? '') ?? -1) - (indexOf.get(touchpoint.stage) ?? 0)
    const until = length > 0 ? (map.stages[(indexOf.get(stage) ?? 0) + length]?.id ?? null) : null
    changes.push(set('touchpoints', id, { stage, lane, untilStage: until, x, y }))
    if (before !== undefined && before !== id) changes.push({ do: 'move', kind: 'touchpoints', id, before })
  }
  return changes
}

/** Moves what was dragged together, touchpoints and notes, as one step. */
export function moveCards(open: OpenMap, moved: { touchpoints: readonly Move[]; notes: readonly NoteMove[] }): void {
  const notes = moved.notes.flatMap(({ id, spot, before }): Change[] => [
    set('notes', id, { ...spot }),
    ...(before === undefined ? [] : [{ do: 'move', kind: 'notes', id, before } as const]),
  ])
  open.session.apply([...touchpointMoves(open, moved.touchpoints), ...notes])
}

/** Changes fields of a touchpoint. */
export function changeTouchpoint(open: OpenMap, id: string, fields: FieldsOf<'touchpoints'>): void {
  open.session.apply([set('touchpoints', id, fields)])
}

/** The touchpoints among the selected records, in map order. */
export function selectedTouchpoints(open: OpenMap): Touchpoint[] {
  const selected = new Set(open.view.getState().selected)
  return open.map.getState().map.touchpoints.filter(touchpoint => selected.has(touchpoint.id))
}

/** The touchpoint that is selected and nothing else; null otherwise. */
export function onlyTouchpoint(open: OpenMap): string | null {
  const { selected } = open.view.getState()
  const [only] = selected
  const isOne = selected.length === 1 && open.map.getState().map.touchpoints.some(({ id }) => id === only)
  return isOne ? (only ?? null) : null
}
