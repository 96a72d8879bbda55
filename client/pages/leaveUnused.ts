import { LIST_NAMES } from '#shared/model/kindNames.ts'
import { api } from '../api/api.ts'
import { linkIsKept } from '../api/keepLink.ts'
import { forgetMap } from '../api/tokens.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { navigate } from '../ui/history.ts'

/**
 * Leaves a map that was made for a table which was then not imported: back to the first page, and the map is deleted.
 * One that holds something, by whoever's hand, is stayed on.
 */
export async function leaveUnused({ id, token, role, map }: OpenMap): Promise<void> {
  const isEmpty = LIST_NAMES.every(name => map.getState().map[name].length === 0)
  if (!isEmpty || role !== 'facilitator') return
  const putBack = forgetMap(id)
  navigate('/', { replace: true })
  const deleted = await api(token).deleteMap(id)
  // Whoever was offline still has it on the list of maps.
  if (deleted.ok) linkIsKept(id)
  else putBack()
}
