import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { Point } from '../gestures/drop.ts'

/** From where to where a card goes, in absolute map units. */
export type Way = { readonly id: string; readonly from: Point; readonly to: Point }

type Placed = Pick<MapLayout, 'touchpoints' | 'notes'>

/** The ways of all cards that lie elsewhere in the second layout. Cards that are in one of them only have none. */
export function waysBetween(before: Placed, after: Placed): Way[] {
  return (['notes', 'touchpoints'] as const).flatMap(kind =>
    [...after[kind]].flatMap(([id, to]) => {
      const from = before[kind].get(id)
      return from && (from.x !== to.x || from.y !== to.y) ? [{ id, from, to }] : []
    }),
  )
}

/** Where cards are after a share of their ways, 0 to 1: quick at first, slower towards the end. */
export function placesAt(ways: readonly Way[], share: number): ReadonlyMap<string, Point> {
  const done = 1 - (1 - share) ** 2
  return new Map(
    ways.map(({ id, from, to }) => [id, { x: from.x + (to.x - from.x) * done, y: from.y + (to.y - from.y) * done }]),
  )
}
