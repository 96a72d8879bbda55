import type { MapDocument } from './MapDocument.ts'
import { mend } from './mend.ts'

/** Why words do not come in, or do not go out. */
export const WITHDRAWN = 'This customer has withdrawn consent.'

/**
 * A map without the words of customers who withdrew consent, nor the excerpts and evidence that stand on these; the
 * customers stay, so that no import brings the words back. `left` are the places of those quotes in the list, from 0.
 * A map without any stays the same object.
 */
export function withoutWithdrawn(map: MapDocument): { map: MapDocument; left: readonly number[] } {
  const withdrawn = new Set(map.customers.filter(({ consent }) => consent === 'withdrawn').map(({ id }) => id))
  const left = map.quotes.flatMap(({ customer }, at) => (customer !== null && withdrawn.has(customer) ? [at] : []))
  if (left.length === 0) return { map, left }
  const gone = new Set(left)
  return { map: mend({ ...map, quotes: map.quotes.filter((_, at) => !gone.has(at)) }), left }
}
