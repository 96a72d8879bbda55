import type { PointerEvent } from 'react'
import { useRef } from 'react'

/** CSS pixels that a finger moves before it is a swipe. */
const FAR = 40

/** A swipe goes on or back, up opens what is behind; a click or a tap goes on, and back on the left third. */
export function useSwipe(go: { next(): void; previous(): void; down(): void }) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown(event: PointerEvent) {
      from.current = event.isPrimary && event.button === 0 ? { x: event.clientX, y: event.clientY } : null
    },
    onPointerUp(event: PointerEvent) {
      const start = from.current
      from.current = null
      if (!start) return
      const [x, y] = [event.clientX - start.x, event.clientY - start.y]
      if (Math.abs(x) > FAR && Math.abs(x) > Math.abs(y)) return x < 0 ? go.next() : go.previous()
      if (y < -FAR) return go.down()
      if (Math.abs(x) > FAR || Math.abs(y) > FAR) return
      if (event.clientX < window.innerWidth / 3) go.previous()
      else go.next()
    },
    onPointerCancel() {
      from.current = null
    },
  }
}
