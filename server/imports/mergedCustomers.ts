import type { Doc } from '#shared/doc/encode.ts'
import { readKept } from '#shared/doc/read.ts'
import { mergedCustomers } from '#shared/doc/speakers.ts'
import type { Customer } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'

/**
 * The map as an import has to see it: customers who were merged into another one are known by their keys as that one, so
 * that a file whose people were merged adds nobody twice. Such a customer stands in the list once for each key.
 */
export function withMerged(doc: Doc, map: MapDocument): MapDocument {
  const merged = mergedCustomers(doc)
  const there = new Map(map.customers.map(customer => [customer.id, customer]))
  const others = [...merged.keys()].flatMap((id): Customer[] => {
    const key = readKept(doc, 'customers', id)?.record.key ?? ''
    const customer = there.get(lastOf(merged, id))
    return customer && key !== '' ? [{ ...customer, key }] : []
  })
  return others.length === 0 ? map : { ...map, customers: [...map.customers, ...others] }
}

/** The end of a chain of merges; of a circle, which merging edits can leave behind, any member. */
function lastOf(merged: ReadonlyMap<string, string>, id: string): string {
  const seen = new Set([id])
  for (const one of seen) {
    const into = merged.get(one)
    if (into === undefined) return one
    seen.add(into)
  }
  return id
}
