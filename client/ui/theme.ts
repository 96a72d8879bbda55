import { useSyncExternalStore } from 'react'

/** What a person chose for this browser; `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark'
export type Shown = 'light' | 'dark'

const KEY = 'verbatim.theme'
const listeners = new Set<() => void>()
let choice: ThemeChoice = stored()

export function themeChoice(): ThemeChoice {
  return choice
}

/** The theme that is on the screen now. */
export function shownTheme(): Shown {
  return choice === 'system' ? (systemIsDark().matches ? 'dark' : 'light') : choice
}

/** Changes the theme at once and remembers it for this browser. */
export function setTheme(next: ThemeChoice): void {
  choice = next
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // A browser that stores nothing keeps the choice until the page is closed.
  }
  apply()
}

/** Shows the stored theme and follows the device and other tabs. Returns what ends that. */
export function startTheme(): () => void {
  const device = systemIsDark()
  const follow = (event: StorageEvent) => {
    if (event.key !== KEY) return
    choice = stored()
    apply()
  }
  device.addEventListener('change', apply)
  window.addEventListener('storage', follow)
  apply()
  return () => {
    device.removeEventListener('change', apply)
    window.removeEventListener('storage', follow)
  }
}

/** Calls back whenever another theme is shown or chosen. Returns what ends that. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTheme(): { choice: ThemeChoice; shown: Shown } {
  return {
    choice: useSyncExternalStore(onThemeChange, themeChoice),
    shown: useSyncExternalStore(onThemeChange, shownTheme),
  }
}

function apply(): void {
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
  for (const listener of listeners) listener()
}

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}

function systemIsDark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)')
}
