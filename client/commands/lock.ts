import { api } from '../api/api.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { toast } from '../ui/toast.ts'

/** Locks the map, so that only facilitators edit it, or unlocks it. Everybody here hears of it from the server. */
export async function lock({ id, token }: OpenMap, locked: boolean): Promise<void> {
  const answer = await api(token).setLock(id, locked)
  if (!answer.ok) toast(answer.message, { tone: 'error' })
}
