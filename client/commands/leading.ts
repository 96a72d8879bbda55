import type { Place } from '#shared/protocol/lead.ts'
import { api, type LeadCommand } from '../api/api.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mayEdit } from '../store/rights.ts'
import { toast } from '../ui/toast.ts'

/** Whether this person may take the lead of a presentation by themselves. */
export function mayLead(open: Pick<OpenMap, 'role' | 'session'>): boolean {
  return mayEdit(open)
}

/** Takes the lead, at this place. Everybody hears of it from the server. */
export function takeLead(open: OpenMap, place: Place): void {
  const { leading } = open.session
  leading.claim()
  void order(open, { command: 'lead', ...place }).then(isDone => {
    if (!isDone) leading.refused()
  })
}

/** Gives the lead to a person who is on the map. */
export function handLead(open: OpenMap, to: string): void {
  void order(open, { command: 'hand', to })
}

/** Asks whoever leads for the lead. */
export function askForLead({ session: { leading } }: OpenMap): void {
  const name = leading.store.getState().lead?.leader.name || 'The presenter'
  if (leading.say({ type: 'ask' })) toast(`${name} hears that you would like to lead.`, { id: 'lead' })
}

/** Nobody leads any more; everybody stays at their scene. */
export function endLead(open: OpenMap): void {
  void order(open, { command: 'end' })
}

/** Answers whether the server did it. */
async function order({ id, token }: OpenMap, command: LeadCommand): Promise<boolean> {
  const answer = await api(token).lead(id, command)
  // Without the server presenting goes on, and the sign in the bar says so.
  if (!answer.ok && answer.status > 0) toast(answer.message, { tone: 'error', id: 'lead' })
  return answer.ok
}
