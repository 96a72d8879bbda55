import type { OpenMap } from '../store/MapContext.tsx'
import { isTyping } from './keyboard.ts'

type Page = Pick<Window, 'addEventListener' | 'removeEventListener'>

/**
 * Keys that somebody presses after asking for a dialog and before it is there belong to it and not to the map, where
 * they would add, delete and change tools; the filter's panel stands in the bar and takes its own. What is written for the palette waits for it as `ahead`; Escape takes the
 * wish back. `isComing`: whether what was asked for is still on its way. Returns what stops it.
 */
export function holdKeysAhead(open: Pick<OpenMap, 'view'>, page: Page, isComing: () => boolean): () => void {
  const press = (event: KeyboardEvent) => {
    const { dialog, ahead } = open.view.getState()
    if (dialog === null || dialog === 'filter' || !isComing() || event.key === 'Tab' || isTyping(event.target)) return
    // A failure to load has a button of its own.
    if (event.target instanceof Element && event.target.closest('button')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') open.view.setState({ dialog: null, ahead: '' })
    else if (dialog !== 'palette' || event.ctrlKey || event.metaKey || event.altKey) return
    else if (event.key === 'Backspace') open.view.setState({ ahead: ahead.slice(0, -1) })
    else if ([...event.key].length === 1) open.view.setState({ ahead: ahead + event.key })
  }
  page.addEventListener('keydown', press, { capture: true })
  return () => page.removeEventListener('keydown', press, { capture: true })
}
