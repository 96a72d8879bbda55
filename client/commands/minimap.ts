import { createStore } from 'zustand/vanilla'
import { readStored, writeStored } from '../api/storage.ts'

const KEY = 'verbatim.minimap'

/** Whether the minimap is shown, as this browser remembers it. */
export const minimap = createStore<{ shown: boolean }>(() => ({ shown: readStored(KEY) !== false }))

export function toggleMinimap(): void {
  const shown = !minimap.getState().shown
  minimap.setState({ shown })
  writeStored(KEY, shown)
}

/** Gives the minimap the focus, shown for it where it was hidden; from there arrow keys move the view. */
export function goToMinimap(): void {
  if (!minimap.getState().shown) toggleMinimap()
  const focus = (tries: number) => {
    const element = document.querySelector<HTMLElement>('[data-minimap]')
    if (element) element.focus()
    else if (tries > 0) requestAnimationFrame(() => focus(tries - 1))
  }
  focus(30)
}
