import { useMemo } from 'react'
import type { Scene } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { type Slide, slideOf } from '#shared/model/storyline/slide.ts'
import { readStoryline, type Storyline } from '#shared/model/storyline/storyline.ts'
import { useMap } from '../store/MapContext.tsx'

export type LiveStoryline = Storyline & { readonly map: MapDocument; slideOf(scene: Scene): Slide }

/** The storyline of the open map, live: every edit shows at once. */
export function useStoryline(): LiveStoryline {
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  return useMemo(() => {
    const storyline = readStoryline(map, evidence, new Date().toISOString().slice(0, 10))
    return { ...storyline, map, slideOf: scene => slideOf(scene, map, storyline.evidenceFor(scene)) }
  }, [map, evidence])
}
