import { useCallback, useState, useSyncExternalStore } from 'react'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Later, later } from '../../ui/Later.tsx'
import styles from './Corner.module.css'

const Hints = later(async () => (await import('../hints/Hints.tsx')).Hints)
const KeepLink = later(async () => (await import('./KeepLink.tsx')).KeepLink)

/** What is said quietly beside a map, at its lower left: it covers no button and takes no focus. */
export function Corner() {
  const { session } = useOpenMap()
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  const isReady = useSyncExternalStore(subscribe, () => session.ready)
  return (
    <div className={styles.corner}>
      {/* Before that every map looks empty. */}
      {isReady && <FirstSteps />}
      <Later part={KeepLink} props={{}} />
    </div>
  )
}

function FirstSteps() {
  const open = useOpenMap()
  // Looked at now: the hints may come a moment later, and somebody who is quick has added something by then.
  const [isNew] = useState(() => open.map.getState().map.touchpoints.length === 0)
  return <Later part={Hints} props={{ isNew }} />
}
