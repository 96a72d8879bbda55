import { reaches } from '#shared/model/roles.ts'
import type { OpenMap } from './MapContext.tsx'

/** Whether this person may edit the map now: editors while it is not locked, facilitators always. */
export function mayEdit({ role, session }: Pick<OpenMap, 'role' | 'session'>): boolean {
  return reaches(role, session.workshop.locked ? 'facilitator' : 'editor')
}
