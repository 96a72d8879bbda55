import { type DragEvent, useMemo } from 'react'
import { placeQuotes } from '../../commands/placeQuotes.ts'
import { mayEdit } from '../../store/rights.ts'
import type { CanvasTools } from '../canvasState.ts'
import { cardAt } from './hit.ts'
import { QUOTES_TYPE, quoteIds } from './quoteIds.ts'

/** Lays quotes from the tray on the touchpoint on which they are dropped. */
export function useQuoteDrop({ open, state, scene, toMap }: CanvasTools) {
  return useMemo(() => {
    const touchpointUnder = (event: DragEvent) => {
      const { layout } = scene()
      const id = cardAt(layout, toMap({ x: event.clientX, y: event.clientY }))
      return id !== null && layout.touchpoints.has(id) ? id : null
    }
    return {
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes(QUOTES_TYPE) || !mayEdit(open)) return
        event.preventDefault()
        const over = touchpointUnder(event)
        event.dataTransfer.dropEffect = over === null ? 'none' : 'move'
        if (over !== state.getState().quotesOver) state.setState({ quotesOver: over })
      },
      onDragLeave(event: DragEvent) {
        const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (!inside) state.setState({ quotesOver: null })
      },
      onDrop(event: DragEvent) {
        if (!event.dataTransfer.types.includes(QUOTES_TYPE)) return
        event.preventDefault()
        state.setState({ quotesOver: null })
        const over = touchpointUnder(event)
        const ids = quoteIds(event.dataTransfer.getData(QUOTES_TYPE))
        if (over === null || ids.length === 0) return
        placeQuotes(open, ids, over)
        open.view.setState({ selected: [over] })
      },
    }
  }, [open, state, scene, toMap])
}
