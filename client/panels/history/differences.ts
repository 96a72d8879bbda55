import { LIST_NAMES } from '#shared/model/kindNames.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { sameJson } from '#shared/util/json.ts'

type Counts = Partial<Record<string, number>>

/**
 * What restoring a version would do: how many records of each kind come back, change and go; and whether some stand in
 * another order.
 */
export type Differences = { back: Counts; changed: Counts; gone: Counts; reordered: boolean }

/** Compares a version with the map as it is now. */
export function differences(then: MapDocument, now: MapDocument): Differences {
  const found: Differences = { back: {}, changed: {}, gone: {}, reordered: false }
  if (!sameJson(then.map, now.map)) found.changed.map = 1
  for (const kind of LIST_NAMES) {
    const rest = new Map<string, { id: string }>(now[kind].map(record => [record.id, record]))
    const shared = new Set<string>()
    let back = 0
    let changed = 0
    for (const record of then[kind]) {
      const other = rest.get(record.id)
      rest.delete(record.id)
      if (!other) back += 1
      else {
        shared.add(record.id)
        if (!sameJson(record, other)) changed += 1
      }
    }
    if (back > 0) found.back[kind] = back
    if (changed > 0) found.changed[kind] = changed
    if (rest.size > 0) found.gone[kind] = rest.size
    const order = (records: readonly { id: string }[]) => records.map(({ id }) => id).filter(id => shared.has(id))
    if (!sameJson(order(then[kind]), order(now[kind]))) found.reordered = true
  }
  return found
}
