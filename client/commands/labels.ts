import { set } from '#shared/doc/change.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Writes the words on a link. */
export function labelLink(open: OpenMap, id: string, label: string): void {
  open.session.apply([set('links', id, { label })])
}
