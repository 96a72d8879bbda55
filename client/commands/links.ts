import { add, type Change } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Joins two cards with an arrow. Does nothing when they are the same or already joined that way. */
export function connect(open: OpenMap, from: string, to: string): void {
  const { links } = open.map.getState().map
  if (from === to || links.some(link => link.from === from && link.to === to)) return
  const changes: Change[] = [add('links', KINDS.links.make({ id: newId(), from, to }))]
  open.session.apply(changes)
}
