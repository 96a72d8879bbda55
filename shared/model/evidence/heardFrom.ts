import type { MapDocument } from '../MapDocument.ts'
import { voiceOf } from './voice.ts'

/**
 * How many different people a source brought to the map, by its id; sources of nobody are left out. Staff who were asked
 * count as customers do; words from memory, of nobody known, and of who withdrew are no answers.
 */
export function heardFrom({
  quotes,
  customers,
}: Pick<MapDocument, 'quotes' | 'customers'>): ReadonlyMap<string, number> {
  const customerOf = new Map(customers.map(customer => [customer.id, customer]))
  const people = new Map<string, Set<string>>()
  for (const quote of quotes) {
    const { customer, source } = quote
    if (customer === null || source === null) continue
    const voice = voiceOf(quote, customerOf.get(customer))
    if (voice !== 'customer' && voice !== 'staff') continue
    const known = people.get(source)
    if (known) known.add(customer)
    else people.set(source, new Set([customer]))
  }
  return new Map([...people].map(([source, { size }]) => [source, size]))
}
