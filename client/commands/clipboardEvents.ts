import type { OpenMap } from '../store/MapContext.tsx'
import { copySelected, removeCopied } from './clipboard.ts'
import { CARDS_TYPE, htmlTable, plainText } from './copied.ts'
import { pasteText } from './pastedText.ts'
import { selectedTarget } from './targets.ts'

/** Puts the selected cards into a clipboard, as cards for other maps, and as text and as a table for other programs. */
export function putSelected(open: OpenMap, clipboard: Pick<DataTransfer, 'setData'>): void {
  const copied = copySelected(open)
  clipboard.setData(CARDS_TYPE, JSON.stringify(copied))
  clipboard.setData('text/plain', plainText(copied))
  clipboard.setData('text/tab-separated-values', plainText(copied))
  clipboard.setData('text/html', htmlTable(copied))
}

/**
 * Copies the selected cards, or cuts them, without a press of keys. It makes the browser ask what to copy, since only
 * that works on plain http too.
 */
export function copyByCommand(open: OpenMap, cut: boolean): void {
  const answer = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.clipboardData) putSelected(open, event.clipboardData)
    if (cut) removeCopied(open)
  }
  document.addEventListener('copy', answer, { capture: true, once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', answer, { capture: true })
}

/** Makes cards of the clipboard's text by what is selected. Browsers allow it only on https; elsewhere keys paste. */
export async function pasteByCommand(open: OpenMap): Promise<void> {
  const text = await navigator.clipboard?.readText().catch(() => '')
  const target = selectedTarget(open)
  if (text && target) pasteText(open, text, target)
}
