import { type Change, set } from '#shared/doc/change.ts'
import type { Hidden } from '#shared/model/layout/hidden.ts'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import { type HandMove, tidied } from '#shared/model/layout/tidied.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mayEdit } from '../store/rights.ts'
import { shownLayout, shownRearranging } from './shownLayout.ts'
import { hiding } from './tidy.ts'

/**
 * What is tidied: the selected cards, all of the cell when it is one card, all of a selected stage or lane. Where none of
 * that overlaps, the whole map, which is null.
 */
export function tidyScope(
  layout: MapLayout,
  selected: readonly string[],
  hidden: readonly Hidden[],
): ReadonlySet<string> | null {
  const chosen = new Set(selected)
  const [only] = selected
  const scope = new Set(selected)
  for (const [lane, stages] of layout.cells) {
    for (const [stage, cards] of stages) {
      const isCell = selected.length === 1 && cards.some(({ id }) => id === only)
      if (isCell || chosen.has(lane) || chosen.has(stage)) for (const { id } of cards) scope.add(id)
    }
  }
  return hidden.some(card => isIn(scope, card)) ? scope : null
}

/** The cards and notes that overlap in what is tidied. */
export function overlapping(hidden: readonly Hidden[], scope: ReadonlySet<string> | null): ReadonlySet<string> {
  return new Set(hidden.flatMap(card => (scope === null || isIn(scope, card) ? [card.id, card.by] : [])))
}

function isIn(scope: ReadonlySet<string>, { id, by }: Hidden): boolean {
  return scope.has(id) || scope.has(by)
}

/** Moves as few cards as little as needed so that none hides another, in one step; they glide there on this screen. */
export function tidyCards(open: OpenMap): void {
  const [layout, rearranging] = [shownLayout(open), shownRearranging(open)]
  if (!layout || !rearranging || !mayEdit(open)) return
  const { map } = open.map.getState()
  const scope = tidyScope(layout, open.view.getState().selected, hiding.getState().hidden)
  const moves = tidied(map, rearranging.sizes(), scope)
  rearranging.glide()
  open.session.apply(moves.flatMap(move => changeOf(map, move)))
}

function changeOf(map: MapDocument, { kind, id, x, y }: HandMove): Change[] {
  if (kind === 'touchpoints') return [set('touchpoints', id, { x, y })]
  const note = map.notes.find(note => note.id === id)
  return note ? [set('notes', id, { stage: note.stage, lane: note.lane, x, y })] : []
}
