import { add, type FieldsOf, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Adds an opportunity for a touchpoint, or for none, from pain points. Returns its id. */
export function addOpportunity(open: OpenMap, touchpoint: string | null, painPoints: string[] = []): string {
  const opportunity = KINDS.opportunities.make({ id: newId(), touchpoint, painPoints })
  open.session.apply([add('opportunities', opportunity)])
  return opportunity.id
}

export function changeOpportunity(open: OpenMap, id: string, fields: FieldsOf<'opportunities'>): void {
  open.session.apply([set('opportunities', id, fields)])
}
