import { useSyncExternalStore } from 'react'

export type Visit = {
  /** The path of the page's address, such as `/m/abc`. */
  path: string
  /** How often somebody came with a fragment, which on the same path is another way in. */
  arrivals: number
}

const listeners = new Set<() => void>()
let visit: Visit = { path: '', arrivals: 0 }

/** Goes to another address of this app without loading the page. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  window.scrollTo(0, 0)
  look()
}

/** Where the person is; follows `navigate`, Back, Forward, and a link pasted over the one that is open. */
export function useVisit(): Visit {
  return useSyncExternalStore(onMove, () => visit)
}

function onMove(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', look)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('popstate', look)
  }
}

function look(): void {
  const { pathname: path, hash } = window.location
  if (path === visit.path && hash === '') return
  visit = { path, arrivals: visit.arrivals + (hash === '' ? 0 : 1) }
  for (const listener of listeners) listener()
}

if (typeof window !== 'undefined') visit = { path: window.location.pathname, arrivals: 0 }
