import { createStore } from 'zustand/vanilla'
import type { Hidden } from '#shared/model/layout/hidden.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mayEdit } from '../store/rights.ts'
import { later, withPart } from '../ui/Later.tsx'

const Tidying = later(async () => (await import('./tidyCards.ts')).tidyCards)

/** Cards that others hide on the screen now; whoever marks them there writes it. */
export const hiding = createStore<{ readonly hidden: readonly Hidden[] }>(() => ({ hidden: [] }))

export function canTidy(open: OpenMap): boolean {
  return hiding.getState().hidden.length > 0 && mayEdit(open)
}

/** Parts cards that overlap. See `tidyCards`. */
export function tidy(open: OpenMap): void {
  withPart(Tidying, tidyCards => tidyCards(open))
}
