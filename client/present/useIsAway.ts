import { useCallback, useSyncExternalStore } from 'react'
import { useOpenMap } from '../store/MapContext.tsx'

/** Whether the server can't be reached at the moment: presenting goes on with what is here. */
export function useIsAway(): boolean {
  const { session } = useOpenMap()
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  return useSyncExternalStore(subscribe, () => session.saved.state === 'offline')
}
