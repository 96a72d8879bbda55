import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import { anchorOf, pointOf } from '../people/anchor.ts'
import type { CanvasScene } from './buildScene.ts'

/** When the map is laid out again in another text size, what was in the middle of the canvas stays there. */
export function useKeptPlace(scene: CanvasScene): void {
  const flow = useReactFlow()
  const store = useStoreApi()
  const before = useRef(scene)
  useLayoutEffect(() => {
    const { layout, text } = before.current
    before.current = scene
    if (text === scene.text) return
    const { width, height } = store.getState()
    const { x, y, zoom } = flow.getViewport()
    const middle = { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom }
    const there = pointOf(scene.layout, anchorOf(layout, middle))
    if (!there) return
    void flow.setViewport({ x: width / 2 - there.x * zoom, y: height / 2 - there.y * zoom, zoom })
  }, [scene, flow, store])
}
