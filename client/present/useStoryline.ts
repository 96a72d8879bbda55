import { useMemo, useState } from 'react'
import type { Scene } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { type Slide, slideOf } from '#shared/model/storyline/slide.ts'
import { type Storyline, storylineReader } from '#shared/model/storyline/storyline.ts'
import { useMap } from '../store/MapContext.tsx'

export type LiveStoryline = Storyline & { readonly map: MapDocument; slideOf(scene: Scene): Slide }

/** The storyline of the open map, live: every edit shows at once. */
export function useStoryline(): LiveStoryline {
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const [read] = useState(storylineReader)
  return useMemo(() => {
    const storyline = read(map, evidence, new Date().toISOString().slice(0, 10))
    return { ...storyline, map, slideOf: scene => slideOf(scene, map, storyline.evidenceFor(scene)) }
  }, [read, map, evidence])
}
