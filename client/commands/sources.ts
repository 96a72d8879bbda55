import { add, type FieldsOf, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Adds a source. Returns its id. */
export function addSource(open: OpenMap, fields: FieldsOf<'sources'>): string {
  const source = KINDS.sources.make({ id: newId(), ...fields })
  open.session.apply([add('sources', source)])
  return source.id
}

/** Changes what is known about a source. */
export function changeSource(open: OpenMap, id: string, fields: FieldsOf<'sources'>): void {
  open.session.apply([set('sources', id, fields)])
}
