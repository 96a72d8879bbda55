import { newId } from '#shared/model/ids.ts'
import { KINDS, type Touchpoint } from '#shared/model/kinds.ts'
import { type Draft, withDraft } from '../store/draft.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Where the next card is begun, seen from the one that is being typed. */
export type Beside = 'below' | 'next stage' | 'stage before'

type Cell = Pick<Touchpoint, 'stage' | 'lane'>

/**
 * Opens an empty card in the stack of a cell, before another card of the map (null: at the end). Nothing is selected,
 * so that no panel opens and closes while cards follow each other. `after`: the card that was written before it.
 */
export function beginCard(
  open: OpenMap,
  { stage, lane }: Cell,
  before: string | null = null,
  after: string | null = null,
): void {
  const touchpoint = KINDS.touchpoints.make({ id: newId(), stage, lane })
  open.view.setState({
    selected: [],
    draft: { touchpoint, before, after },
    editing: { kind: 'touchpoints', id: touchpoint.id, field: 'title' },
    tool: 'select',
  })
}

/** The draft of this id while it is not in the map; else null. */
export function unwritten(open: OpenMap, id: string): Draft | null {
  const { draft } = open.view.getState()
  if (draft?.touchpoint.id !== id) return null
  return open.map.getState().map.touchpoints.some(card => card.id === id) ? null : draft
}

/**
 * Goes on from a card to an empty one below it in its cell, or in the neighbouring stage of its lane, there at the end.
 * Returns false where there is no such place.
 */
export function beginBeside(open: OpenMap, id: string, where: Beside): boolean {
  const map = withDraft(open.map.getState().map, open.view.getState().draft)
  const index = map.touchpoints.findIndex(card => card.id === id)
  const card = map.touchpoints[index]
  const stageIndex = map.stages.findIndex(stage => stage.id === card?.stage)
  if (!card || stageIndex < 0 || !map.lanes.some(lane => lane.id === card.lane)) return false
  if (where === 'below') {
    const following = map.touchpoints.slice(index + 1).find(other => sameCell(other, card))
    beginCard(open, card, following?.id ?? null, id)
    return true
  }
  const stage = map.stages[stageIndex + (where === 'next stage' ? 1 : -1)]
  if (stage) beginCard(open, { stage: stage.id, lane: card.lane }, null, id)
  return stage !== undefined
}

function sameCell(one: Cell, other: Cell): boolean {
  return one.stage === other.stage && one.lane === other.lane
}
