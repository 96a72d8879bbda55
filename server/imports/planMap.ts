import type { Change } from '#shared/doc/change.ts'
import { add } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { type KindName, LIST_NAMES, type ListName } from '#shared/model/kindNames.ts'
import type { RecordOf } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { mend } from '#shared/model/mend.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import type { Original } from '../storage/records.ts'
import { redactQuotes } from './redactQuotes.ts'
import { renamed } from './references.ts'

export type MapPlan = { changes: Change[]; originals: Original[] }

/** A record of the map stands for one that comes in when this makes the same text of both; null: never. */
const SAME: { [K in ListName]?: (record: RecordOf<K>) => string | null } = {
  stages: ({ name }) => named(name),
  // A lane that holds something else could not take what lies in the other.
  lanes: ({ name, kind }) => named(name) && `${laneHolds(kind)} ${named(name)}`,
  // Keys are made per map, so equal ones come from this very map: counted twice, one customer would be two voices.
  customers: ({ key }) => key || null,
}

/**
 * What adding another map to a map comes to: every record under a new id, at the end of its kind, and what named the
 * old ids names the new ones. Stages and lanes of the same name, and customers with the same key, are those of the map.
 * The other map's own words (title, goal and so on) stay behind.
 */
export function planMap(map: MapDocument, other: MapDocument, known: ReadonlyMap<string, string>): MapPlan {
  const incoming = mend(other)
  const { quotes, originals } = redactQuotes(incoming.quotes, known)
  const clean = { ...incoming, quotes, customers: withFreeAliases(incoming.customers, map.customers) }
  const ids = new Map<KindName, Map<string, string>>()
  const reused = new Set<object>()
  for (const kind of LIST_NAMES) ids.set(kind, newIds(kind, map, clean, reused))

  const rename = (kinds: readonly KindName[], id: string) =>
    kinds.map(kind => ids.get(kind)?.get(id)).find(found => found !== undefined) ?? id
  const changes = LIST_NAMES.flatMap(kind =>
    (clean[kind] as { id: string }[])
      .filter(record => !reused.has(record))
      .map(record => add(kind, { ...renamed(kind, record, rename), id: rename([kind], record.id) } as never)),
  )
  return {
    changes,
    originals: originals.map(original => ({ ...original, quote: rename(['quotes'], original.quote) })),
  }
}

function newIds<K extends ListName>(kind: K, map: MapDocument, other: MapDocument, reused: Set<object>) {
  const same = SAME[kind] as ((record: RecordOf<K>) => string | null) | undefined
  const there = new Map<string, string[]>()
  for (const record of same ? (map[kind] as unknown as RecordOf<K>[]) : []) {
    const name = same?.(record)
    if (name) there.set(name, [...(there.get(name) ?? []), record.id])
  }
  const ids = new Map<string, string>()
  for (const record of other[kind] as unknown as RecordOf<K>[]) {
    // Of several with one name the first is the first: each stands for one.
    const found = there.get(same?.(record) ?? '')?.shift()
    if (found !== undefined) reused.add(record)
    ids.set(record.id, found ?? newId())
  }
  return ids
}

function named(name: string): string | null {
  return name.trim().toLocaleLowerCase('en') || null
}

/** Two maps both have a “Customer 1”, and they are not the same one. */
function withFreeAliases(
  customers: MapDocument['customers'],
  there: MapDocument['customers'],
): MapDocument['customers'] {
  const keys = new Set(there.map(({ key }) => key).filter(key => key !== ''))
  const taken = new Set([...there, ...customers].map(({ alias }) => alias))
  const before = new Set(there.map(({ alias }) => alias))
  let number = 1
  return customers.map(customer => {
    if (!before.has(customer.alias) || keys.has(customer.key)) return customer
    const word = customer.side === 'staff' ? 'Staff' : 'Customer'
    while (taken.has(`${word} ${number}`)) number += 1
    const alias = `${word} ${number}`
    taken.add(alias)
    return { ...customer, alias }
  })
}
