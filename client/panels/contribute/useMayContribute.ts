import { useSyncExternalStore } from 'react'
import { useOpenMap } from '../../store/MapContext.tsx'
import { mayContribute } from '../../store/rights.ts'

/** Whether this person adds quotes and notes through the server now, because they don't edit. */
export function useMayContribute(): boolean {
  const open = useOpenMap()
  return useSyncExternalStore(
    listener => open.session.subscribe(listener),
    () => mayContribute(open),
  )
}
