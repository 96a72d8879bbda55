import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { readMe } from '../api/me.ts'
import { rememberMap } from '../api/tokens.ts'
import { Present } from '../present/Present.tsx'
import { Speaker } from '../present/Speaker.tsx'
import { enterPresence } from '../session/presence.ts'
import { useMap, useOpenMap } from '../store/MapContext.tsx'
import { preloadParts } from '../ui/Later.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { keepApp } from './keepApp.ts'
import { MapDoor } from './MapDoor.tsx'
import styles from './OutlinePage.module.css'

/** Who has not said a name yet is seen too. */
const GUEST = { name: 'Guest', color: '#546270' }

/** Milliseconds after which this browser is asked to keep the app: the first scene comes before that. */
const QUIET = 2_000

/** Whether the address asks for what the presenter sees, and not for the wall. */
function isSpeaker(): boolean {
  return new URLSearchParams(window.location.search).has('speaker')
}

/** The map's storyline, full screen. It goes on with what is loaded when the network does not. */
export function PresentPage({ id }: { id: string }) {
  return <MapDoor id={id}>{() => <Room />}</MapDoor>
}

function Room() {
  const { id, session } = useOpenMap()
  const title = useMap(({ map }) => map.map.title)
  useTitle(title || 'Untitled map')
  useEffect(() => rememberMap(id, { title }), [id, title])
  useEffect(() => {
    const entered = enterPresence(session, readMe() ?? GUEST)
    return () => entered.leave()
  }, [session])
  useEffect(() => {
    let callOff = () => {}
    const quiet = setTimeout(() => {
      callOff = preloadParts(() => void keepApp())
    }, QUIET)
    return () => {
      clearTimeout(quiet)
      callOff()
    }
  }, [])
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  const isReady = useSyncExternalStore(subscribe, () => session.ready)
  if (isReady) return isSpeaker() ? <Speaker /> : <Present />
  return (
    <main className={styles.waiting} aria-busy="true">
      <Spinner />
    </main>
  )
}
