import { ask } from '../api/request.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { toast } from '../ui/toast.ts'

/** Locks the map, so that only facilitators edit it, or unlocks it. Everybody here hears of it from the server. */
export async function lock({ id, token }: OpenMap, locked: boolean): Promise<void> {
  const command = locked ? 'lock' : 'unlock'
  const answer = await ask(`/api/maps/${encodeURIComponent(id)}/session`, { token, json: { command } })
  if (!answer.ok) toast(answer.message, { tone: 'error' })
}
