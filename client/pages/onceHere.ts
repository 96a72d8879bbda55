import type { MapSession } from '../session/MapSession.ts'

/** Does something so many milliseconds after the whole map is here. Returns what stops it. */
export function onceHere(
  session: Pick<MapSession, 'ready' | 'subscribe'>,
  later: number,
  work: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const look = () => {
    if (!session.ready || timer !== null) return
    timer = setTimeout(work, later)
    stop()
  }
  const stop = session.subscribe(look)
  look()
  return () => {
    stop()
    if (timer !== null) clearTimeout(timer)
  }
}
