import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import { type Rect, union } from '#shared/model/layout/MapLayout.ts'
import { useOpenMap } from '../store/MapContext.tsx'
import { type CanvasTools, createCanvasStore } from './canvasState.ts'
import type { Point } from './gestures/drop.ts'
import { createHand } from './gestures/hand.ts'
import { linkGesture } from './gestures/linkGesture.ts'
import type { CanvasScene } from './scene/buildScene.ts'
import { contentRect } from './viewport/contentRect.ts'
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

/** All of what is selected, a stage with its whole column and a lane with its whole row. */
function areaOf({ layout }: CanvasScene, id: string): Rect | null {
  const { touchpoints, notes, groups, columns, rows } = layout
  const card = touchpoints.get(id) ?? groups.get(id)?.frame ?? notes.get(id)
  if (card) return card
  const [column, row] = [columns.find(({ stage }) => stage === id), rows.find(({ lane }) => lane === id)]
  const { x, y, width, height } = contentRect(layout)
  if (column) return { x: column.x, y, width: column.width, height }
  return row ? { x, y: row.y, width, height: row.height } : null
}

/** Leaves the frame of the focus off an element until the focus is elsewhere. */
function beQuiet(element: HTMLElement): void {
  element.dataset.quiet = ''
  element.addEventListener('blur', () => delete element.dataset.quiet, { once: true })
}

export type Tools = {
  readonly tools: CanvasTools
  readonly viewport: ViewportHandle
  zoomToSelection(): void
}

/** What the parts of this canvas share; made once, always about the scene as it is now. */
export function useCanvasTools(root: RefObject<HTMLElement | null>, current: CanvasScene): Tools {
  const open = useOpenMap()
  const flow = useReactFlow()
  const store = useStoreApi()
  const latest = useRef(current)
  useLayoutEffect(() => {
    latest.current = current
  }, [current])
  const scene = useMemo(() => () => latest.current, [])
  const viewport = useViewportHandle(scene)

  return useMemo(() => {
    const state = createCanvasStore()
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
        if (last !== undefined && element && element === root.current) beQuiet(element)
        element?.focus({ preventScroll: true })
      })
    }
    const tools: CanvasTools = {
      open,
      state,
      hand: createHand(),
      scene,
      panBy: by => void store.getState().panBy({ x: by.x, y: by.y }),
      toMap: point => flow.screenToFlowPosition({ x: point.x, y: point.y }),
      startLink(from, event) {
        // A click that left an arrow at the pointer is followed by the press that ends it.
        if (state.getState().link !== null) return
        linkGesture(tools, from, event)
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
    const zoomToSelection = () => {
      const rects = open.view.getState().selected.flatMap(id => areaOf(scene(), id) ?? [])
      const [first, ...others] = rects
      if (first) viewport.fitRect(others.reduce(union, first))
    }
    return { tools, viewport, zoomToSelection }
  }, [open, flow, store, root, scene, viewport])
}
