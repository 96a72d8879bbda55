import type { Assumption } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { lookUp } from '../../store/lookUp.ts'

/** What was believed before an assumption, the latest first. */
export function believedBefore({ assumptions }: MapDocument, { replaces }: Assumption): Assumption[] {
  const chain: Assumption[] = []
  for (let at = lookUp(assumptions, replaces); at; at = lookUp(assumptions, at.replaces)) chain.push(at)
  return chain
}
