import { useReactFlow } from '@xyflow/react'
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { useOpenMap } from '../store/MapContext.tsx'
import { type CanvasTools, createCanvasStore } from './canvasState.ts'
import type { Point } from './gestures/drop.ts'
import { linkGesture } from './gestures/linkGesture.ts'
import type { CanvasScene } from './scene/buildScene.ts'
import { useViewportHandle, type ViewportHandle } from './viewport/useViewportHandle.ts'

/** Map units of a stage or a lane that say which one it is. */
const BEGINNING = 160

/**
 * Where something that can be selected lies. Of a stage and a lane the beginning, on the level of what is in view
 * (`middle`), since their headers are always at the edge.
 */
function rectOf({ layout }: CanvasScene, id: string, middle: Point): Rect | null {
  const card = layout.touchpoints.get(id) ?? layout.notes.get(id)
  if (card) return card
  const column = layout.columns.find(column => column.stage === id)
  if (column) return { x: column.x, y: middle.y, width: Math.min(column.width, BEGINNING), height: 1 }
  const row = layout.rows.find(row => row.lane === id)
  return row ? { x: middle.x, y: row.y, width: 1, height: Math.min(row.height, BEGINNING) } : null
}

export type Tools = {
  readonly tools: CanvasTools
  readonly viewport: ViewportHandle
  /** Ends an arrow that is being drawn. Returns whether there was one. */
  cancelLink(): boolean
}

/** What the parts of this canvas share; made once, always about the scene as it is now. */
export function useCanvasTools(root: RefObject<HTMLElement | null>, current: CanvasScene): Tools {
  const open = useOpenMap()
  const flow = useReactFlow()
  const latest = useRef(current)
  useLayoutEffect(() => {
    latest.current = current
  }, [current])
  const scene = useMemo(() => () => latest.current, [])
  const viewport = useViewportHandle(scene)

  return useMemo(() => {
    const state = createCanvasStore()
    let endLink: (() => void) | null = null
    const cardElement = (id: string): HTMLElement | null => {
      const escaped = CSS.escape(id)
      return (
        root.current?.querySelector<HTMLElement>(`[data-touchpoint="${escaped}"], [data-note="${escaped}"]`) ?? null
      )
    }
    const focus = () => {
      const last = open.view.getState().selected.at(-1)
      // The card may only come into being with the next render, because it was added or brought into view just now.
      requestAnimationFrame(() => {
        // Somebody quick has opened the next text within the frame; taking the focus from it would close it.
        if (open.view.getState().editing !== null) return
        const element = (last !== undefined && cardElement(last)) || root.current
        element?.focus({ preventScroll: true })
      })
    }
    const tools: CanvasTools = {
      open,
      state,
      scene,
      toMap: point => flow.screenToFlowPosition({ x: point.x, y: point.y }),
      startLink(from, event) {
        // A click that left an arrow at the pointer is followed by the press that ends it.
        if (state.getState().link !== null) return
        endLink = linkGesture(tools, from, event)
      },
      focus,
      reveal(id) {
        tools.bringIntoView(id)
        focus()
      },
      bringIntoView(id) {
        const { left = 0, top = 0, width = 0, height = 0 } = root.current?.getBoundingClientRect() ?? {}
        const rect = rectOf(scene(), id, tools.toMap({ x: left + width / 2, y: top + height / 2 }))
        if (rect) viewport.revealRect(rect)
      },
    }
    const cancelLink = () => {
      const drawing = state.getState().link !== null
      endLink?.()
      return drawing
    }
    return { tools, viewport, cancelLink }
  }, [open, flow, root, scene, viewport])
}
