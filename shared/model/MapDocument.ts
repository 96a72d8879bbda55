import type { JsonObject } from '../util/json.ts'
import { LIST_NAMES, type ListName } from './kindNames.ts'
import { KINDS, type MapInfo, type RecordOf } from './kinds.ts'
import { MAP_RECORD } from './records/map.ts'

/** A whole map as plain data. Arrays are in the order of the map. `~` holds members that this version does not know. */
export type MapDocument = { map: MapInfo } & { [N in ListName]: RecordOf<N>[] } & { '~'?: JsonObject }

/** A map with nothing on it. */
export function emptyMap(title = ''): MapDocument {
  const lists = Object.fromEntries(LIST_NAMES.map(name => [name, []])) as unknown as { [N in ListName]: RecordOf<N>[] }
  return { map: KINDS.map.make({ id: MAP_RECORD, title }), ...lists }
}
