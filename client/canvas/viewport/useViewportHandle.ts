import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo } from 'react'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { type CanvasHandle, canvasControls, registerCanvas } from '../../commands/canvasControls.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import { contentRect } from './contentRect.ts'
import { headerInsets, headerSizes } from './headerSizes.ts'
import { firstSight, fitted, onPixels, revealed, type Viewport, zoomedAt, zoomStep } from './viewportMath.ts'

const CALM_MS = 200

function motion(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : CALM_MS
}

export type ViewportHandle = Omit<CanvasHandle, 'reveal' | 'zoomToSelection'> & {
  /** Where a map begins that is seen for the first time; `calm` moves there visibly. */
  toFirstSight(calm: boolean): void
  revealRect(rect: Rect): void
  /** Shows a rectangle as large as it fits, up to its own size. */
  fitRect(rect: Rect): void
}

/** Moves the viewport of the canvas around. Keeps its identity; `scene` gives the scene as it is then. */
export function useViewportHandle(scene: () => CanvasScene): ViewportHandle {
  const flow = useReactFlow()
  const store = useStoreApi()
  const handle = useMemo((): ViewportHandle => {
    const size = () => {
      const { width, height } = store.getState()
      return { width, height }
    }
    const insets = () => headerInsets(headerSizes(size().width, scene().text))
    const go = (viewport: Viewport, duration = motion()) => void flow.setViewport(viewport, { duration })
    /** The zoom that a move under way leads to: the next press goes on from there. */
    let aim: number | null = null
    const zoomTo = (zoom: number) => {
      const { width, height } = size()
      aim = zoom
      const there = onPixels(zoomedAt(flow.getViewport(), zoom, { x: width / 2, y: height / 2 }))
      void flow.setViewport(there, { duration: motion() }).then(() => {
        if (aim === zoom) aim = null
      })
    }
    const zoomFrom = () => aim ?? flow.getZoom()
    return {
      fit: () => go(fitted(contentRect(scene().layout), size(), insets())),
      fitRect: rect => go(fitted(rect, size(), insets())),
      zoomIn: () => zoomTo(zoomStep(zoomFrom(), 1)),
      zoomOut: () => zoomTo(zoomStep(zoomFrom(), -1)),
      zoomTo100: () => zoomTo(1),
      toFirstSight: calm => go(firstSight(contentRect(scene().layout), size(), insets()), calm ? motion() : 0),
      revealRect(rect) {
        const now = flow.getViewport()
        const next = revealed(now, rect, size(), insets())
        if (next !== now) go(next)
      },
    }
  }, [flow, store, scene])

  useEffect(() => {
    const tell = () => {
      const percent = Math.round(store.getState().transform[2] * 100)
      if (percent !== canvasControls.getState().percent) canvasControls.setState({ percent })
    }
    tell()
    return store.subscribe(tell)
  }, [store])
  return handle
}

/** Lets the page ask this canvas for moves as long as it is there. */
export function useRegistered(handle: CanvasHandle): void {
  useEffect(() => registerCanvas(handle), [handle])
}
