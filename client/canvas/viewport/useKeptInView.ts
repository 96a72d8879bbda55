import { useStore } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { CanvasTools } from '../canvasState.ts'

/** Milliseconds. A click may be the first half of a double click, which must find the card where it was. */
const DOUBLE_CLICK = 320

/** When a panel opens beside or below the canvas, the selected card stays in view. */
export function useKeptInView({ open, state, bringIntoView }: CanvasTools): void {
  const width = useStore(flow => flow.width)
  const height = useStore(flow => flow.height)
  const before = useRef({ width, height })
  useEffect(() => {
    const smaller = width < before.current.width || height < before.current.height
    before.current = { width, height }
    if (!smaller) return
    const timer = setTimeout(() => {
      const { selected } = open.view.getState()
      const only = selected.length === 1 ? selected[0] : undefined
      if (only !== undefined && state.getState().drag === null) bringIntoView(only)
    }, DOUBLE_CLICK)
    return () => clearTimeout(timer)
  }, [width, height, open, state, bringIntoView])
}
