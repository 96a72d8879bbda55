import { add, type FieldsOf, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { MAP_RECORD } from '#shared/model/records/map.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Changes what the whole map says of itself. */
export function changeMap(open: OpenMap, fields: FieldsOf<'map'>): void {
  open.session.apply([set('map', MAP_RECORD, fields)])
}

/** Says whose journey the map is: a persona's, that of a new one by its name, or nobody's. One step. */
export function setWhoseJourney(open: OpenMap, persona: string | null | { name: string }): void {
  if (persona === null || typeof persona === 'string') {
    changeMap(open, { persona })
    return
  }
  const made = KINDS.personas.make({ id: newId(), name: persona.name })
  open.session.apply([add('personas', made), set('map', MAP_RECORD, { persona: made.id })])
}
