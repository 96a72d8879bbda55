import { useEffect } from 'react'
import { useOpenMap } from '../../store/MapContext.tsx'
import type { DrawnLink } from '../links/useLinks.ts'
import type { CanvasScene } from '../scene/buildScene.ts'

/** Milliseconds without a change after which it is kept. */
const QUIET = 1_500

/** Keeps the first sight of the open map in this browser, for the next time that it is opened. */
export function useKeptSight(scene: CanvasScene, links: readonly DrawnLink[]): void {
  const open = useOpenMap()
  useEffect(() => {
    const keep = async () => (await import('./keepSightOf.ts')).keepSightOf(open, scene, links)
    const quiet = setTimeout(() => void keep().catch(() => null), QUIET)
    return () => clearTimeout(quiet)
  }, [open, scene, links])
}
