import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import type { CanvasTools } from '../canvasState.ts'
import { cardsIn } from './hit.ts'

/**
 * What a mouse's lasso needs beside React Flow, which draws it but does not let go of it, and knows only cards that are
 * elements: from afar it selects painted ones, and given up it leaves selected what was.
 */
export function useMarquee({ open, scene, hand }: CanvasTools, afar: boolean): void {
  const store = useStoreApi()
  useEffect(() => {
    let before = store.getState().userSelectionRect
    let selectedBefore = open.view.getState().selected
    let letGo: (() => void) | null = null
    return store.subscribe(({ userSelectionRect: lasso, userSelectionActive, transform: [x, y, zoom] }) => {
      if (lasso === before) return
      const chosen = open.view.getState().selected
      if (!before) selectedBefore = chosen
      before = lasso
      if (!lasso || !userSelectionActive) {
        letGo?.()
        letGo = null
        return
      }
      letGo ??= hand.hold({
        ids: [],
        cancel() {
          store.setState({ userSelectionActive: false, userSelectionRect: null })
          open.view.setState({ selected: selectedBefore })
        },
      })
      if (!afar) return
      const area = {
        x: (lasso.x - x) / zoom,
        y: (lasso.y - y) / zoom,
        width: lasso.width / zoom,
        height: lasso.height / zoom,
      }
      const selected = cardsIn(scene().layout, area)
      // Most moves of a large lasso change nothing, and everybody looks at what is selected.
      if (selected.length === chosen.length && selected.every((id, at) => id === chosen[at])) return
      open.view.setState({ selected })
    })
  }, [store, afar, open, scene, hand])
}
