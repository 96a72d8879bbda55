import type { LeadWish, Point } from '#shared/protocol/lead.ts'
import { presencePace } from '#shared/protocol/presence.ts'

export type Pointer = {
  /** Shows where this person points. Null ends it, and is said at once. */
  point(point: Point | null): void
}

/** Shows those who follow where somebody points: the newest place, as often as `followers()` of them are told. */
export function pointer(say: (wish: LeadWish) => unknown, followers: () => number): Pointer {
  let newest: Point | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let isShown = false

  const tell = (point: Point | null) => {
    isShown = point !== null
    say({ type: 'point', point })
  }
  const tellNewest = () => {
    timer = null
    const point = newest
    newest = null
    if (point) start(point)
  }
  const start = (point: Point) => {
    tell(point)
    timer = setTimeout(tellNewest, presencePace(followers()))
  }
  return {
    point(point) {
      if (point && timer !== null) newest = point
      else if (point) start(point)
      else {
        if (timer !== null) clearTimeout(timer)
        timer = null
        newest = null
        if (isShown) tell(null)
      }
    },
  }
}
