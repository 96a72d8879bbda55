import { type RefObject, useEffect } from 'react'
import { cellAt, slotAt } from '#shared/model/layout/hit.ts'
import { CARD_WIDTH } from '#shared/model/layout/MapLayout.ts'
import { readMe } from '../../api/me.ts'
import { canCopy, pasteCopied, pasteNote, removeCopied } from '../../commands/clipboard.ts'
import { putSelected } from '../../commands/clipboardEvents.ts'
import { CARDS_TYPE, readCopied } from '../../commands/copied.ts'
import { isOverMap, isTyping } from '../../commands/keyboard.ts'
import { pasteText, type Target } from '../../commands/pastedText.ts'
import { selectedTarget } from '../../commands/targets.ts'
import { mayEdit } from '../../store/rights.ts'
import type { CanvasTools } from '../canvasState.ts'
import { addableCell } from './adding.ts'
import type { Point } from './drop.ts'

/** Whether somebody marked words on the page; then those are what is copied. */
function hasMarkedWords(): boolean {
  return (window.getSelection()?.toString() ?? '') !== ''
}

/**
 * Copies, cuts and pastes cards by the browser's own events, which work on plain http too. What is pasted comes into
 * the cell under the pointer, else by what is selected; other text becomes cards, or a note where notes lie.
 */
export function useClipboard({ open, scene, toMap, focus }: CanvasTools, root: RefObject<HTMLElement | null>): void {
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
    const isElsewhere = (event: ClipboardEvent) =>
      event.defaultPrevented || isTyping(event.target) || isOverMap(event.target)
    const copy = (event: ClipboardEvent) => {
      if (isElsewhere(event) || hasMarkedWords() || !canCopy(open) || !event.clipboardData) return
      if (event.type === 'cut' && !mayEdit(open)) return
      event.preventDefault()
      putSelected(open, event.clipboardData)
      if (event.type === 'cut') removeCopied(open)
    }
    const targetAt = (at: Point | null): Target | null => {
      const cell = at && addableCell(scene().layout, at)
      if (at === null || cell?.holds !== 'touchpoints') return null
      return { stage: cell.stage, lane: cell.lane, before: slotAt(scene().layout, at.x, at.y)?.before ?? null }
    }
    const pasteWords = (text: string, at: Point | null): boolean => {
      if (text.trim() === '') return false
      const target = targetAt(at)
      const cell = at && addableCell(scene().layout, at)
      const author = readMe()?.name ?? ''
      const isFree = at && !cellAt(scene().layout, at.x, at.y) && open.view.getState().selected.length === 0
      if (!target && cell) pasteNote(open, text, { stage: cell.stage, lane: cell.lane, x: 0, y: 0 }, author)
      else if (!target && isFree) {
        const [x, y] = [Math.round(at.x - CARD_WIDTH / 2), Math.round(at.y - 20)]
        pasteNote(open, text, { stage: null, lane: null, x, y }, author)
      } else {
        const found = target ?? selectedTarget(open)
        return found !== null && pasteText(open, text, found) > 0
      }
      return true
    }
    const paste = (event: ClipboardEvent) => {
      if (isElsewhere(event) || !mayEdit(open) || !event.clipboardData) return
      const at = pointer && toMap(pointer)
      const copied = readCopied(event.clipboardData.getData(CARDS_TYPE))
      const came = copied
        ? pasteCopied(open, copied, targetAt(at) ?? selectedTarget(open), at) > 0
        : pasteWords(event.clipboardData.getData('text/plain'), at)
      if (!came) return
      event.preventDefault()
      focus()
    }
    const stop = new AbortController()
    const { signal } = stop
    element.addEventListener('pointermove', follow, { signal })
    element.addEventListener('pointerleave', forget, { signal })
    document.addEventListener('copy', copy, { signal })
    document.addEventListener('cut', copy, { signal })
    document.addEventListener('paste', paste, { signal })
    return () => stop.abort()
  }, [open, scene, toMap, focus, root])
}
