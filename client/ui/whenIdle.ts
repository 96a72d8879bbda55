/** Milliseconds without a hand or a key after which nobody minds a frame that comes late. */
const STILL = 300
/** Milliseconds that an idle moment lasts at least: shorter ones are what is left of a frame in which something moves. */
const ROOM = 9
/** Milliseconds until the next look where a browser cannot say when it is idle. */
const LOOK = 50
const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'touchmove'] as const

let lastSign = Number.NEGATIVE_INFINITY
if (typeof window !== 'undefined') {
  const note = () => {
    lastSign = performance.now()
  }
  for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true })
}

/**
 * Does something when the page has nothing else to do and nobody is moving anything on it, or after `patience`
 * milliseconds at the latest. Returns what calls it off.
 */
export function whenIdle(act: () => void, patience: number): () => void {
  const end = performance.now() + patience
  let callOff = () => {}
  const look = () => {
    const now = performance.now()
    const wait = Math.min(lastSign + STILL, end) - now
    if (wait > 0) {
      const timer = setTimeout(look, wait)
      callOff = () => clearTimeout(timer)
    } else if (typeof requestIdleCallback === 'function') {
      const asked = requestIdleCallback(again, { timeout: Math.max(1, end - now) })
      callOff = () => cancelIdleCallback(asked)
    } else {
      const timer = setTimeout(act, Math.min(LOOK, Math.max(0, end - now)))
      callOff = () => clearTimeout(timer)
    }
  }
  // Somebody may have moved while the browser was waited for, or a colleague's hand may be on its way.
  const again = (moment: IdleDeadline) => {
    const isMoving = lastSign + STILL > performance.now() || moment.timeRemaining() < ROOM
    if (isMoving && performance.now() < end) look()
    else act()
  }
  look()
  return () => callOff()
}
