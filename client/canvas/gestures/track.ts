/** Pixels; a press that moves less is a click. */
export const CLICK = 5

export type Tracking = {
  /** The pointer moved, further than a click does; only shown. */
  follow(event: PointerEvent): void
  /** The pointer let go after it had moved. */
  release(event: PointerEvent): void
  /** Takes away what was shown; whether it was given up instead of let go. */
  end(isGivenUp: boolean): void
}

type Page = Pick<Window, 'addEventListener'>

/**
 * Follows one pointer, be it a mouse, a pen or a finger, from its press until it lets go. Escape, a second finger and
 * whatever the system takes the pointer for end it without a release. What follows a real drag is no click. Returns
 * what cancels it.
 */
export function track(
  start: PointerEvent,
  { follow, release, end }: Tracking,
  page: Page = window,
  later: (act: () => void) => void = act => setTimeout(act),
): () => void {
  const stop = new AbortController()
  const options = { signal: stop.signal, capture: true }
  let moving = false
  const finish = (isGivenUp: boolean) => {
    if (stop.signal.aborted) return
    stop.abort()
    end(isGivenUp)
  }
  const isOther = (event: PointerEvent) => event.pointerId !== start.pointerId
  const move = (event: PointerEvent) => {
    if (isOther(event)) return
    moving ||= Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) >= CLICK
    if (moving) follow(event)
  }
  const up = (event: PointerEvent) => {
    if (isOther(event)) return
    finish(false)
    if (!moving) return
    const swallowing = new AbortController()
    const swallow = (click: Event) => click.stopPropagation()
    page.addEventListener('click', swallow, { capture: true, once: true, signal: swallowing.signal })
    later(() => swallowing.abort())
    release(event)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    finish(true)
  }
  const another = (event: PointerEvent) => {
    if (isOther(event)) finish(true)
  }
  const lost = (event: PointerEvent) => {
    if (!isOther(event)) finish(true)
  }
  page.addEventListener('pointermove', move, options)
  page.addEventListener('pointerup', up, options)
  page.addEventListener('pointerdown', another, options)
  page.addEventListener('pointercancel', lost, options)
  page.addEventListener('keydown', press, options)
  return () => finish(true)
}
