import { reaches } from '#shared/model/roles.ts'
import type { OpenMap } from './MapContext.tsx'

/** Whether this person may edit the map now: editors while it is not locked, facilitators always. */
export function mayEdit({ role, session }: Pick<OpenMap, 'role' | 'session'>): boolean {
  // What the server takes no more would be lost without a word.
  if (session.saved.state === 'refused') return false
  return reaches(role, session.workshop.locked ? 'facilitator' : 'editor')
}

/** Whether this person adds quotes and notes through the server now, because they don't edit. */
export function mayContribute(open: Pick<OpenMap, 'role' | 'session'>): boolean {
  return reaches(open.role, 'contributor') && open.session.saved.state !== 'refused' && !mayEdit(open)
}
