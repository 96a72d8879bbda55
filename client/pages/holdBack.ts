import type { MapSession } from '../session/MapSession.ts'

/**
 * Has the browser ask before this page is closed while it holds edits that are nowhere else. Returns what stops it.
 */
export function holdBack(session: Pick<MapSession, 'isAtRisk'>): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (session.isAtRisk) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
