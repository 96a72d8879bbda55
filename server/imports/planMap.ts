import { createHash } from 'node:crypto'
import type { Change } from '#shared/doc/change.ts'
import { add } from '#shared/doc/change.ts'
import { type KindName, LIST_NAMES, type ListName } from '#shared/model/kindNames.ts'
import type { RecordOf } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { mend } from '#shared/model/mend.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import { WITHDRAWN, withoutWithdrawn } from '#shared/model/withdrawn.ts'
import type { Original } from '../storage/records.ts'
import { redactQuotes } from './redactQuotes.ts'
import { renamed } from './references.ts'

export type MapPlan = {
  changes: Change[]
  originals: Original[]
  /** How many records an earlier import of the same brought already. */
  duplicates: number
  /** Quotes that stay out, by their place in the list from 1, with the reason. */
  skipped: { row: number; reason: string }[]
}

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
 * The other map's own words (title, goal and so on) stay behind, and so do quotes of customers who withdrew consent, here
 * or there. The same record gets the same id each time, so what an earlier import brought, and nobody deleted since
 * (`isGone`), comes in no second time.
 */
export function planMap(
  map: MapDocument,
  other: MapDocument,
  known: ReadonlyMap<string, string>,
  isGone: (kind: ListName, id: string) => boolean = () => false,
): MapPlan {
  const { map: incoming, left } = withoutWithdrawn(withKnownConsent(mend(other), map))
  const { quotes, originals } = redactQuotes(incoming.quotes, known)
  const clean = { ...incoming, quotes, customers: withFreeAliases(incoming.customers, map.customers) }
  const ids = new Map<KindName, Map<string, string>>()
  const there: There = { reused: new Set(), again: new Set(), isGone }
  for (const kind of LIST_NAMES) ids.set(kind, newIds(kind, map, { clean, incoming }, there))

  const rename = (kinds: readonly KindName[], id: string) =>
    kinds.map(kind => ids.get(kind)?.get(id)).find(found => found !== undefined) ?? id
  const isNew = (record: object) => !there.reused.has(record) && !there.again.has(record)
  const changes = LIST_NAMES.flatMap(kind =>
    (clean[kind] as { id: string }[])
      .filter(isNew)
      .map(record => add(kind, { ...renamed(kind, record, rename), id: rename([kind], record.id) } as never)),
  )
  const added = new Set(clean.quotes.filter(isNew).map(({ id }) => id))
  return {
    changes,
    originals: originals
      .filter(({ quote }) => added.has(quote))
      .map(original => ({ ...original, quote: rename(['quotes'], original.quote) })),
    duplicates: there.again.size,
    skipped: left.map(at => ({ row: at + 1, reason: WITHDRAWN })),
  }
}

/** Who withdrew on the map has withdrawn in what comes in too. */
function withKnownConsent(other: MapDocument, { customers }: MapDocument): MapDocument {
  const withdrawn = new Set(
    customers.filter(({ consent, key }) => consent === 'withdrawn' && key).map(({ key }) => key),
  )
  if (!other.customers.some(({ key }) => withdrawn.has(key))) return other
  const known = other.customers.map(one => (withdrawn.has(one.key) ? { ...one, consent: 'withdrawn' as const } : one))
  return { ...other, customers: known }
}

/** What of the other map is on the map: as a record of the same name, or from an earlier import. */
type There = { reused: Set<object>; again: Set<object>; isGone(kind: ListName, id: string): boolean }

function newIds<K extends ListName>(
  kind: K,
  map: MapDocument,
  { clean, incoming }: { clean: MapDocument; incoming: MapDocument },
  { reused, again, isGone }: There,
) {
  const same = SAME[kind] as ((record: RecordOf<K>) => string | null) | undefined
  const here = map[kind] as unknown as RecordOf<K>[]
  const taken = new Set(here.map(({ id }) => id))
  const alike = new Map<string, string[]>()
  for (const record of same ? here : []) {
    const name = same?.(record)
    if (name) alike.set(name, [...(alike.get(name) ?? []), record.id])
  }
  const ids = new Map<string, string>()
  for (const [at, record] of (clean[kind] as unknown as RecordOf<K>[]).entries()) {
    // Of several with one name the first is the first: each stands for one.
    const found = alike.get(same?.(record) ?? '')?.shift()
    const id = found ?? importedId(kind, incoming[kind][at] ?? record, candidate => isGone(kind, candidate))
    if (found !== undefined) reused.add(record)
    else if (taken.has(id)) again.add(record)
    ids.set(record.id, id)
  }
  return ids
}

/** The id of a record that comes in: made of what it says, so that it is the same the next time; another once deleted. */
function importedId(kind: ListName, record: object, isGone: (id: string) => boolean): string {
  const content = `${kind}\n${JSON.stringify(record)}`
  for (let number = 0; ; number += 1) {
    const id = createHash('sha256').update(`${number}\n${content}`).digest('hex').slice(0, 32)
    if (!isGone(id)) return id
  }
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
