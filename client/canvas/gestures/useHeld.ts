import { useMemo, useRef } from 'react'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { Point } from './drop.ts'

/** Cards in the hand, or on their way. */
export type Held = {
  /** Where they are, in absolute map units. */
  readonly places: ReadonlyMap<string, Point>
  /** The same set as long as it is the same cards, wherever they are held. */
  readonly ids: ReadonlySet<string>
  /** How far all of them are from where they lie; null where each goes its own way. */
  readonly by: Point | null
}

/** Map units that are no difference. */
const EXACT = 1e-6

export function useHeld(places: ReadonlyMap<string, Point> | null, layout: MapLayout): Held | null {
  const last = useRef<ReadonlySet<string>>(new Set())
  return useMemo(() => {
    if (places === null) return null
    const before = last.current
    const isSame = before.size === places.size && [...places.keys()].every(id => before.has(id))
    const ids = isSame ? before : new Set(places.keys())
    last.current = ids
    return { places, ids, by: movedBy(places, layout) }
  }, [places, layout])
}

/** How far all of these are from where they lie; null where that is not the same for each. */
export function movedBy(
  places: ReadonlyMap<string, Point>,
  { touchpoints, notes }: Pick<MapLayout, 'touchpoints' | 'notes'>,
): Point | null {
  let by: Point | null = null
  for (const [id, at] of places) {
    const lies = touchpoints.get(id) ?? notes.get(id)
    if (!lies) continue
    const [x, y] = [at.x - lies.x, at.y - lies.y]
    by ??= { x, y }
    if (Math.abs(by.x - x) > EXACT || Math.abs(by.y - y) > EXACT) return null
  }
  return by
}
