import { useEffect } from 'react'
import { isOpen } from '#shared/model/evidence/filter.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { useOpenMap } from '../store/MapContext.tsx'

/** Milliseconds without an edit after which the map is painted. */
const QUIET = 4_000

/** Keeps a small picture of the open map for the first page: painted while all is quiet, and when the map is left. */
export function useMapPicture(): void {
  const open = useOpenMap()
  useEffect(() => {
    let painted: MapDocument | null = null
    let quiet = 0
    const paint = () => {
      const view = open.map.getState()
      // A filter is one person's look at the map and not how it is.
      if (!isOpen(view.filter)) return
      if (view.map === painted || view.map.stages.length + view.map.touchpoints.length === 0) return
      painted = view.map
      void import('./MapPicture.ts').then(
        ({ paintMapPicture }) => paintMapPicture(open, view),
        () => null,
      )
    }
    const soon = () => {
      window.clearTimeout(quiet)
      quiet = window.setTimeout(paint, QUIET)
    }
    const turnedAway = () => document.visibilityState === 'hidden' && paint()
    soon()
    const stop = open.map.subscribe(soon)
    document.addEventListener('visibilitychange', turnedAway)
    return () => {
      window.clearTimeout(quiet)
      stop()
      document.removeEventListener('visibilitychange', turnedAway)
      paint()
    }
  }, [open])
}
