import { useMemo } from 'react'
import type { Measure } from '#shared/drawing/text.ts'
import { useMap } from '../../store/MapContext.tsx'
import { type CanvasScene, sceneBuilder } from './buildScene.ts'

/** The scene of the open map, built again with every change of it. */
export function useScene(measure: Measure): CanvasScene {
  const build = useMemo(() => sceneBuilder(measure), [measure])
  const view = useMap(view => view)
  return useMemo(() => build(view), [build, view])
}
