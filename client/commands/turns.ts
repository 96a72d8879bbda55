import type { Note } from '#shared/model/kinds.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mayEdit } from '../store/rights.ts'
import type { Turn } from '../store/viewState.ts'
import { later, withPart } from '../ui/Later.tsx'
import { selectedNotes } from './noteGroups.ts'

/** What notes can become, as menus and sentences call it. */
export const TURN_WORDS: Readonly<Record<Turn, { name: string; one: string; many: string }>> = {
  touchpoint: { name: 'Touchpoint', one: 'a touchpoint', many: 'touchpoints' },
  painPoint: { name: 'Pain point', one: 'a pain point', many: 'pain points' },
  opportunity: { name: 'Opportunity', one: 'an opportunity', many: 'opportunities' },
  assumption: { name: 'Assumption', one: 'an assumption', many: 'assumptions' },
}

/** The selected notes that can become something else: those with words. A picture can be nothing but a note. */
export function turnable(open: OpenMap): Note[] {
  return selectedNotes(open).filter(({ text, image }) => text.trim() !== '' && image === null)
}

export function canTurn(open: OpenMap): boolean {
  return mayEdit(open) && turnable(open).length > 0
}

const Turning = later(() => import('./turnNotes.ts'))

/** Turns the selected notes into records of another kind, as `turnNotes` says, as soon as that part is there. */
export function turnSelected(open: OpenMap, into: Turn): void {
  withPart(Turning, ({ turnNotes }) => turnNotes(open, into))
}
