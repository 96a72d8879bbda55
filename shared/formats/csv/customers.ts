import type { Dictionary } from '../../model/field.ts'
import { type Customer, KINDS } from '../../model/kinds.ts'
import type { MapDocument } from '../../model/MapDocument.ts'

/** Recognises customers by their keys and gives new ones the next aliases. */
export type Customers = {
  /** The customer under a key, without making one; a fresh id stands for a person not yet on the map. */
  find(key: string): { id: string; withdrawn: boolean }
  /** Puts the customer found under a key on the map, if new. */
  settle(key: string, details: Pick<Customer, 'side' | 'persona'> & { facets: Dictionary }): void
  made(): Customer[]
}

export function createCustomers(existing: MapDocument, newId: () => string): Customers {
  const byKey = new Map<string, { id: string; withdrawn: boolean; settled: boolean }>()
  const highest = { customer: 0, staff: 0 }
  for (const { id, key, alias, consent } of existing.customers) {
    const [, word, number] = /^(Customer|Staff) (\d{1,9})$/.exec(alias) ?? []
    const group = word === 'Staff' ? 'staff' : 'customer'
    highest[group] = Math.max(highest[group], Number(number ?? 0))
    const withdrawn = consent === 'withdrawn' || (byKey.get(key)?.withdrawn ?? false)
    if (key !== '') byKey.set(key, { id: byKey.get(key)?.id ?? id, withdrawn, settled: true })
  }
  const made: Customer[] = []

  function find(key: string) {
    const known = byKey.get(key)
    if (known) return known
    const fresh = { id: newId(), withdrawn: false, settled: false }
    byKey.set(key, fresh)
    return fresh
  }

  return {
    find,
    settle(key, { side, persona, facets }) {
      const entry = find(key)
      if (entry.settled) return
      entry.settled = true
      made.push(
        KINDS.customers.make({
          id: entry.id,
          alias: `${side === 'staff' ? 'Staff' : 'Customer'} ${++highest[side]}`,
          side,
          persona,
          consent: 'unknown',
          facets,
          key,
        }),
      )
    },
    made: () => made,
  }
}
