import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { rememberMap } from '../api/tokens.ts'
import { Present } from '../present/Present.tsx'
import { useMap, useOpenMap } from '../store/MapContext.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { MapDoor } from './MapDoor.tsx'
import styles from './OutlinePage.module.css'

/** The map's storyline, full screen. It goes on with what is loaded when the network does not. */
export function PresentPage({ id }: { id: string }) {
  return <MapDoor id={id}>{() => <Room />}</MapDoor>
}

function Room() {
  const { id, session } = useOpenMap()
  const title = useMap(({ map }) => map.map.title)
  useTitle(title || 'Untitled map')
  useEffect(() => rememberMap(id, { title }), [id, title])
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  const isReady = useSyncExternalStore(subscribe, () => session.ready)
  if (isReady) return <Present />
  return (
    <main className={styles.waiting} aria-busy="true">
      <Spinner />
    </main>
  )
}
