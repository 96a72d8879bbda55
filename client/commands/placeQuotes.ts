import { set } from '#shared/doc/change.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Lays quotes on a touchpoint, or back into the tray (null), as one step. */
export function placeQuotes(open: OpenMap, ids: readonly string[], touchpoint: string | null): void {
  open.session.apply(ids.map(id => set('quotes', id, { touchpoint })))
}
