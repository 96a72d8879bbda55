import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Measure } from '#shared/drawing/text.ts'
import { textFactor, textSize } from '../../commands/textSize.ts'
import { withDraft } from '../../store/draft.ts'
import { useMap, useView } from '../../store/MapContext.tsx'
import { type CanvasScene, sceneBuilder } from './buildScene.ts'

/** The scene of the open map and of the card that is about to be typed, built again with every change of them, in the text size of this browser. */
export function useScene(measure: Measure): CanvasScene {
  const text = useStore(textSize, textFactor)
  const build = useMemo(() => sceneBuilder(measure, text), [measure, text])
  const view = useMap(view => view)
  const draft = useView(({ draft }) => draft)
  return useMemo(() => build({ ...view, map: withDraft(view.map, draft) }), [build, view, draft])
}
