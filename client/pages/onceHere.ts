import type { MapSession } from '../session/MapSession.ts'

/** Does something so many milliseconds after the whole map is here. Returns what stops it, as `work` does. */
export function onceHere(
  session: Pick<MapSession, 'ready' | 'subscribe'>,
  later: number,
  work: () => () => void,
): () => void {
  let stopWork = () => {}
  let timer: ReturnType<typeof setTimeout> | null = null
  const look = () => {
    if (!session.ready || timer !== null) return
    timer = setTimeout(() => {
      stopWork = work()
    }, later)
    stop()
  }
  const stop = session.subscribe(look)
  look()
  return () => {
    stop()
    if (timer !== null) clearTimeout(timer)
    stopWork()
  }
}
