import { ReactFlowProvider } from '@xyflow/react'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { useOpenMap } from '../store/MapContext.tsx'
import { Later } from '../ui/Later.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import styles from './Canvas.module.css'
import { Flow } from './Flow.tsx'
import { useMeasure } from './scene/useMeasure.ts'
import { StoredSightPart } from './sight/storedSightPart.ts'

/**
 * The map as a canvas; fills what holds it. Shown once the map is synced and its fonts are there, so that nothing
 * moves after the first sight.
 */
export function Canvas() {
  const { session, sight } = useOpenMap()
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  const synced = useSyncExternalStore(subscribe, () => session.ready)
  const { measure, waiting } = useMeasure()
  const settled = synced && measure !== null && !waiting
  const [painted, setPainted] = useState(false)
  useEffect(() => {
    if (!settled || painted) return
    // A frame later the fonts that this map's words need are asked for, or known to be there.
    // In that frame it is painted too, and shown with it.
    const frame = requestAnimationFrame(() => flushSync(() => setPainted(true)))
    return () => cancelAnimationFrame(frame)
  }, [settled, painted])
  return (
    <div className={styles.canvas} data-testid="canvas" data-ready={painted}>
      {measure && synced && (
        <ReactFlowProvider>
          <Flow measure={measure} ready={painted} />
        </ReactFlowProvider>
      )}
      {!painted && (
        <div className={styles.opening}>{sight ? <Later part={StoredSightPart} props={{ sight }} /> : <Spinner />}</div>
      )}
    </div>
  )
}
