import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import type { CanvasTools } from '../canvasState.ts'
import { cardsIn } from './hit.ts'

/** Selects painted cards by lasso: React Flow draws the lasso but knows only cards that are elements. */
export function useMarqueeFromAfar({ open, scene }: CanvasTools, afar: boolean): void {
  const store = useStoreApi()
  useEffect(() => {
    if (!afar) return
    let before = store.getState().userSelectionRect
    return store.subscribe(({ userSelectionRect: lasso, userSelectionActive, transform: [x, y, zoom] }) => {
      if (lasso === before) return
      before = lasso
      if (!lasso || !userSelectionActive) return
      const area = {
        x: (lasso.x - x) / zoom,
        y: (lasso.y - y) / zoom,
        width: lasso.width / zoom,
        height: lasso.height / zoom,
      }
      const selected = cardsIn(scene().layout, area)
      const chosen = open.view.getState().selected
      // Most moves of a large lasso change nothing, and everybody looks at what is selected.
      if (selected.length === chosen.length && selected.every((id, at) => id === chosen[at])) return
      open.view.setState({ selected })
    })
  }, [store, afar, open, scene])
}
