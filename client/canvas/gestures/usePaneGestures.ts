import { type MouseEvent, type PointerEvent, useMemo } from 'react'
import { readBehind } from '../../commands/reading.ts'
import { mayEdit } from '../../store/rights.ts'
import { later } from '../../ui/Later.tsx'
import type { CanvasTools } from '../canvasState.ts'
import { AFAR_ZOOM } from '../viewport/viewportMath.ts'
import { addableCell, addNoteAt, addTouchpointAt } from './adding.ts'
import { cardAt } from './hit.ts'

type NumberAt = typeof import('./numberAt.ts').numberAt
const numberPart = later<NumberAt>(async () => (await import('./numberAt.ts')).numberAt)

type PaneGestures = {
  onPaneClick(event: MouseEvent): void
  /** Whatever holds the canvas listens to these; what counts is what hits the pane itself. */
  around: {
    onDoubleClick(event: MouseEvent): void
    onPointerMove(event: PointerEvent): void
    onPointerLeave(): void
    onPointerDown(event: PointerEvent): void
  }
}

function isPane(target: EventTarget): boolean {
  return target instanceof Element && target.classList.contains('react-flow__pane')
}

/** What the pointer does where no card is: adding with a tool or a double click, and the plus in empty cells. */
export function usePaneGestures(tools: CanvasTools, zoom: () => number): PaneGestures {
  return useMemo(() => {
    const { open, state, scene, toMap, focus } = tools
    const canEdit = mayEdit(open)
    const pointOf = (event: MouseEvent) => toMap({ x: event.clientX, y: event.clientY })
    const add = (event: MouseEvent) => {
      const { tool } = open.view.getState()
      if (!canEdit) return false
      if (tool === 'note') addNoteAt(open, scene().layout, pointOf(event))
      else if (tool !== 'touchpoint' || !addTouchpointAt(open, scene().layout, pointOf(event))) return false
      return true
    }
    /** What is read behind the number under the pointer. */
    const numberUnder = (event: MouseEvent) => numberPart.here()?.(open.map.getState(), scene(), pointOf(event)) ?? null
    /** The empty cell under the pointer in which something could be added. */
    const emptyCell = (event: PointerEvent) => {
      const { tool } = open.view.getState()
      const { layout } = scene()
      const { drag, link } = state.getState()
      const busy = drag !== null || link !== null || event.buttons !== 0 || event.pointerType === 'touch'
      if (!canEdit || busy || zoom() < AFAR_ZOOM) return null
      const cell = addableCell(layout, pointOf(event))
      const fits = tool === 'select' || (tool === 'note' ? cell?.holds === 'notes' : tool === 'touchpoint')
      if (!cell || !fits || layout.cells.get(cell.lane)?.has(cell.stage)) return null
      return { stage: cell.stage, lane: cell.lane }
    }
    return {
      onPaneClick(event) {
        if (add(event)) return
        const painted = zoom() < AFAR_ZOOM ? cardAt(scene().layout, pointOf(event)) : null
        open.view.setState({ selected: painted === null ? [] : [painted] })
        focus()
        if (painted !== null || open.view.getState().tool !== 'select') return
        const at = pointOf(event)
        const read = (numberAt: NumberAt) => {
          const behind = numberAt(open.map.getState(), scene(), at)
          if (behind) readBehind(open, behind)
        }
        numberPart.load().then(read, () => undefined)
      },
      around: {
        onDoubleClick(event) {
          if (!canEdit || !isPane(event.target) || open.view.getState().tool !== 'select') return
          const cell = addableCell(scene().layout, pointOf(event))
          if (cell?.holds === 'touchpoints') addTouchpointAt(open, scene().layout, pointOf(event))
          else if (cell) addNoteAt(open, scene().layout, pointOf(event))
        },
        onPointerMove(event) {
          const onPlus = event.target instanceof Element && event.target.closest('[data-add]') !== null
          if (onPlus) return
          if (isPane(event.target) && event.target instanceof HTMLElement) {
            const isRead = event.buttons === 0 && open.view.getState().tool === 'select' && numberUnder(event) !== null
            event.target.style.cursor = isRead ? 'pointer' : ''
          }
          const next = isPane(event.target) ? emptyCell(event) : null
          const now = state.getState().hover
          if (next?.stage !== now?.stage || next?.lane !== now?.lane) state.setState({ hover: next })
        },
        onPointerLeave() {
          state.setState({ hover: null })
        },
        onPointerDown(event) {
          if (isPane(event.target)) state.setState({ hover: null })
        },
      },
    }
  }, [tools, zoom])
}
