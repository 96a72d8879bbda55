import { createStore } from 'zustand/vanilla'
import { SLIDE_THEMES, type SlideTheme } from '#shared/drawing/slides/themes.ts'
import { readStored, writeStored } from '../api/storage.ts'

const KEY = 'verbatim.presenting'
export const THEMES = Object.keys(SLIDE_THEMES) as SlideTheme[]
export const THEME_WORDS: { readonly [T in SlideTheme]: string } = {
  light: 'Light',
  dark: 'Dark',
  weak: 'Weak projector',
}

/** The colours of the room, as this browser remembers them. */
export const roomTheme = createStore<{ theme: SlideTheme }>(() => {
  const stored = readStored(KEY)
  return { theme: THEMES.find(theme => theme === stored) ?? 'light' }
})

export function setRoomTheme(theme: SlideTheme): void {
  roomTheme.setState({ theme })
  writeStored(KEY, theme)
}

/** The next of the colours, after the last the first. */
export function nextRoomTheme(): void {
  const { theme } = roomTheme.getState()
  setRoomTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? theme)
}
