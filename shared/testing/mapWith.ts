import type { ListName } from '../model/kindNames.ts'
import { KINDS, type RecordOf } from '../model/kinds.ts'
import { emptyMap, type MapDocument } from '../model/MapDocument.ts'

/** Records of a map as a test writes them: an id and what matters, defaults for the rest. */
export type Lists = { [N in ListName]?: ({ id: string } & Partial<RecordOf<N>>)[] }

/** A map that holds the given records and nothing else. */
export function mapWith(lists: Lists): MapDocument {
  const records = Object.entries(lists).map(([name, list]) => {
    return [name, list.map(record => KINDS[name as ListName].make(record as never))]
  })
  return { ...emptyMap('Test'), ...Object.fromEntries(records) }
}
