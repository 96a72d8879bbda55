import { set } from '#shared/doc/change.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Lays an excerpt on a touchpoint, or nowhere (null). Its quote stays where it is. */
export function placeExcerpt(open: OpenMap, id: string, touchpoint: string | null): void {
  open.session.apply([set('excerpts', id, { touchpoint })])
}
