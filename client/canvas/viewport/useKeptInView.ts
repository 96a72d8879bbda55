import { useStore } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { CanvasTools } from '../canvasState.ts'

/** When the canvas becomes narrower, because a panel opened beside it, the selected card stays in view. */
export function useKeptInView({ open, bringIntoView }: CanvasTools): void {
  const width = useStore(flow => flow.width)
  const before = useRef(width)
  useEffect(() => {
    const narrower = width < before.current
    before.current = width
    const { selected } = open.view.getState()
    const only = selected.length === 1 ? selected[0] : undefined
    if (narrower && only !== undefined) bringIntoView(only)
  }, [width, open, bringIntoView])
}
