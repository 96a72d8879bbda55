import { useEffect } from 'react'
import { useOpenMap } from '../../store/MapContext.tsx'
import { whenIdle } from '../../ui/whenIdle.ts'
import type { DrawnLink } from '../links/useLinks.ts'
import type { CanvasScene } from '../scene/buildScene.ts'

/** Milliseconds without a change after which it is kept. */
const QUIET = 1_500
/** Milliseconds after which it is kept though somebody looks around all the time. */
const PATIENCE = 30_000

/** Keeps the first sight of the open map in this browser, for the next time that it is opened. */
export function useKeptSight(scene: CanvasScene, links: readonly DrawnLink[]): void {
  const open = useOpenMap()
  useEffect(() => {
    const keep = async () => (await import('./keepSightOf.ts')).keepSightOf(open, scene, links)
    let callOff = () => {}
    const quiet = setTimeout(() => {
      callOff = whenIdle(() => void keep().catch(() => null), PATIENCE)
    }, QUIET)
    return () => {
      clearTimeout(quiet)
      callOff()
    }
  }, [open, scene, links])
}
