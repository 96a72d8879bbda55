import { type RefObject, useEffect } from 'react'
import { canCopy, pasteCopied, removeCopied } from '../../commands/clipboard.ts'
import { putSelected } from '../../commands/clipboardEvents.ts'
import { CARDS_TYPE, readCopied } from '../../commands/copied.ts'
import { isOverMap, isTyping } from '../../commands/keyboard.ts'
import { selectedTarget } from '../../commands/targets.ts'
import { mayEdit } from '../../store/rights.ts'
import type { CanvasTools } from '../canvasState.ts'
import { pointerOver } from './pointerOver.ts'
import { QUOTES_TYPE } from './quoteIds.ts'
import { takeWords, targetAt, wordsIn } from './takeWords.ts'

/** Whether somebody marked words on the page; then those are what is copied. */
function hasMarkedWords(): boolean {
  return (window.getSelection()?.toString() ?? '') !== ''
}

/**
 * Copies, cuts and pastes cards by the browser's own events, which work on plain http too. What is pasted comes into
 * the cell under the pointer, else by what is selected; words from elsewhere, also dropped ones, become cards or notes.
 */
export function useClipboard(tools: CanvasTools, root: RefObject<HTMLElement | null>): void {
  const { open, toMap, focus } = tools
  useEffect(() => {
    const element = root.current
    if (!element) return
    const stop = new AbortController()
    const { signal } = stop
    const pointer = pointerOver(element, signal)
    const isElsewhere = (event: ClipboardEvent) =>
      event.defaultPrevented || isTyping(event.target) || isOverMap(event.target)
    const copy = (event: ClipboardEvent) => {
      if (isElsewhere(event) || hasMarkedWords() || !canCopy(open) || !event.clipboardData) return
      if (event.type === 'cut' && !mayEdit(open)) return
      event.preventDefault()
      putSelected(open, event.clipboardData)
      if (event.type === 'cut') removeCopied(open)
    }
    const paste = (event: ClipboardEvent) => {
      if (isElsewhere(event) || !mayEdit(open) || !event.clipboardData) return
      const over = pointer()
      const at = over && toMap(over)
      const copied = readCopied(event.clipboardData.getData(CARDS_TYPE))
      const came = copied
        ? pasteCopied(open, copied, targetAt(tools, at) ?? selectedTarget(open), at) > 0
        : takeWords(tools, wordsIn(event.clipboardData), at)
      if (!came) return
      event.preventDefault()
      focus()
    }
    /** Words from another window; quotes, files and what is dragged within a text have takers of their own. */
    const bringsWords = ({ dataTransfer, defaultPrevented, target }: DragEvent) => {
      const types = dataTransfer?.types ?? []
      const others = [QUOTES_TYPE, 'Files'].some(type => types.includes(type))
      const words = types.includes('text/plain') || types.includes('text/html')
      return words && !others && !defaultPrevented && mayEdit(open) && !isTyping(target)
    }
    const over = (event: DragEvent) => {
      if (!bringsWords(event) || !event.dataTransfer) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      if (!bringsWords(event) || !event.dataTransfer) return
      event.preventDefault()
      takeWords(tools, wordsIn(event.dataTransfer), toMap({ x: event.clientX, y: event.clientY }))
      focus()
    }
    element.addEventListener('dragover', over, { signal })
    element.addEventListener('drop', drop, { signal })
    document.addEventListener('copy', copy, { signal })
    document.addEventListener('cut', copy, { signal })
    document.addEventListener('paste', paste, { signal })
    return () => stop.abort()
  }, [tools, open, toMap, focus, root])
}
