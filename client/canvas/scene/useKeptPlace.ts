import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import type { MapLayout, Size } from '#shared/model/layout/MapLayout.ts'
import { anchorOf, pointOf } from '../people/anchor.ts'
import type { Viewport } from '../viewport/viewportMath.ts'
import type { CanvasScene } from './buildScene.ts'

/** Shows the same in the middle of a canvas (pixels) when a map is laid out otherwise; null where that is gone. */
export function keptPlace(before: MapLayout, after: MapLayout, { x, y, zoom }: Viewport, size: Size): Viewport | null {
  const [left, top] = [size.width / 2, size.height / 2]
  const there = pointOf(after, anchorOf(before, { x: (left - x) / zoom, y: (top - y) / zoom }))
  return there && { x: left - there.x * zoom, y: top - there.y * zoom, zoom }
}

/** When the map is laid out again in another text size, what was in the middle of the canvas stays there. */
export function useKeptPlace(scene: CanvasScene): void {
  const flow = useReactFlow()
  const store = useStoreApi()
  const before = useRef(scene)
  useLayoutEffect(() => {
    const { layout, text } = before.current
    before.current = scene
    if (text === scene.text) return
    const kept = keptPlace(layout, scene.layout, flow.getViewport(), store.getState())
    if (kept) void flow.setViewport(kept)
  }, [scene, flow, store])
}
