import { useMemo } from 'react'
import type { Measure } from '#shared/drawing/text.ts'
import { withDraft } from '../../store/draft.ts'
import { useMap, useView } from '../../store/MapContext.tsx'
import { type CanvasScene, sceneBuilder } from './buildScene.ts'

/** The scene of the open map and of the card that is about to be typed, built again with every change of them. */
export function useScene(measure: Measure): CanvasScene {
  const build = useMemo(() => sceneBuilder(measure), [measure])
  const view = useMap(view => view)
  const draft = useView(({ draft }) => draft)
  return useMemo(() => build({ ...view, map: withDraft(view.map, draft) }), [build, view, draft])
}
