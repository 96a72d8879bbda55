import { type RefObject, useEffect } from 'react'
import { slotAt } from '#shared/model/layout/hit.ts'
import { isOverMap, isTyping } from '../../commands/keyboard.ts'
import { pasteText } from '../../commands/pastedText.ts'
import { selectedTarget } from '../../commands/targets.ts'
import { mayEdit } from '../../store/rights.ts'
import type { CanvasTools } from '../canvasState.ts'
import { addableCell } from './adding.ts'
import type { Point } from './drop.ts'

/** Text that is pasted while no text is being typed becomes cards: in the cell under the pointer, else by what is selected. */
export function usePaste({ open, scene, toMap, focus }: CanvasTools, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    let pointer: Point | null = null
    const follow = (event: PointerEvent) => {
      pointer = event.pointerType === 'touch' ? null : { x: event.clientX, y: event.clientY }
    }
    const forget = () => {
      pointer = null
    }
    const underPointer = () => {
      if (!pointer) return null
      const at = toMap(pointer)
      const { layout } = scene()
      const cell = addableCell(layout, at)
      if (cell?.holds !== 'touchpoints') return null
      return { stage: cell.stage, lane: cell.lane, before: slotAt(layout, at.x, at.y)?.before ?? null }
    }
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || isOverMap(event.target) || !mayEdit(open)) return
      const target = underPointer() ?? selectedTarget(open)
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!target || pasteText(open, text, target) === 0) return
      event.preventDefault()
      focus()
    }
    element.addEventListener('pointermove', follow)
    element.addEventListener('pointerleave', forget)
    document.addEventListener('paste', paste)
    return () => {
      element.removeEventListener('pointermove', follow)
      element.removeEventListener('pointerleave', forget)
      document.removeEventListener('paste', paste)
    }
  }, [open, scene, toMap, focus, root])
}
