import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** Goes to another address of this app without loading the page. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  if (!replace) window.scrollTo(0, 0)
  for (const listener of listeners) listener()
}

/** The path of the page's address, such as `/m/abc`; follows `navigate`, Back and Forward. */
export function usePath(): string {
  return useSyncExternalStore(onMove, () => window.location.pathname)
}

function onMove(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}
