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
