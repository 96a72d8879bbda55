import type { FocusEvent, MouseEvent, PointerEvent } from 'react'
import { useStore } from 'zustand'
import { startEditing } from '../../commands/typing.ts'
import { useCanEdit, useOpenMap, useView } from '../../store/MapContext.tsx'
import { useCanvas } from '../canvasState.ts'
import { catchSecondClick } from '../gestures/secondClick.ts'
import { dragHeader, panByHeader } from './headerDrag.ts'

/** Whether a click meant the header: not its button, and not its menu, whose events React passes on to here. */
function isHeaderItself({ currentTarget, target }: MouseEvent): boolean {
  return (
    target instanceof Element &&
    currentTarget.contains(target) &&
    target.closest('button, textarea, [data-edge]') === null
  )
}

/**
 * What the headers of stages and of lanes have in common: they are selected by a click, renamed by two and moved by dragging, which
 * the menu beside them does by keys.
 */
export function useHeader(kind: 'stages' | 'lanes', id: string) {
  const open = useOpenMap()
  const canvas = useCanvas()
  const dragged = useStore(canvas.state, ({ grid }) => grid?.id === id)
  const canEdit = useCanEdit()
  const selected = useView(view => view.selected.includes(id))
  const editing = useView(view => view.editing?.id === id && view.editing.field === 'name')
  const rename = () => startEditing(open, { kind, id, field: 'name' })
  const pointer = {
    onClick(event: MouseEvent) {
      if (!isHeaderItself(event)) return
      open.view.setState({ selected: [id] })
      if (!canEdit) return
      const around = event.currentTarget.closest('[role="application"]')
      if (around) catchSecondClick(event, around, rename)
    },
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || !isHeaderItself(event)) return
      // Fingers pan; they drag only what was tapped before, as with cards.
      const pans = event.pointerType === 'touch' && !selected
      if (pans) panByHeader(canvas, event.nativeEvent)
      else if (canEdit) dragHeader(canvas, kind, id, event.nativeEvent)
    },
    /** Keys can reach its menu while it is out of sight. */
    onFocus({ target }: FocusEvent) {
      if (target.matches(':focus-visible')) canvas.bringIntoView(id)
    },
    onDoubleClick(event: MouseEvent) {
      if (canEdit && isHeaderItself(event)) rename()
    },
  }
  return { selected, editing, dragged, rename, pointer }
}
