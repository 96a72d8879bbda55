/**
 * Calls back when this page may have slept through something: the network is back, the tab is looked at again, or the
 * browser lets a frozen page go on. Returns what stops it.
 */
export function onWaking(wake: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  const seen = () => {
    if (document.visibilityState === 'visible') wake()
  }
  window.addEventListener('online', wake)
  window.addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', seen)
  document.addEventListener('resume', wake)
  return () => {
    window.removeEventListener('online', wake)
    window.removeEventListener('pageshow', wake)
    document.removeEventListener('visibilitychange', seen)
    document.removeEventListener('resume', wake)
  }
}

/** Calls back when this page goes, in the last moment in which it can do something. Returns what stops it. */
export function onLeaving(leave: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  window.addEventListener('pagehide', leave)
  return () => window.removeEventListener('pagehide', leave)
}
