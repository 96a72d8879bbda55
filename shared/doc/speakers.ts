import type * as Y from 'yjs'
import { readKept } from './read.ts'
import { rootOf } from './roots.ts'

/** Customers who were merged into another one, by whom they were merged into; a chain has all its links. */
export function mergedCustomers(doc: Y.Doc): Map<string, string> {
  const merged = new Map<string, string>()
  for (const id of rootOf(doc, 'customers').keys()) {
    const kept = readKept(doc, 'customers', id)
    if (kept?.isGone && kept.record.mergedInto) merged.set(id, kept.record.mergedInto)
  }
  return merged
}

/** A customer, and everybody who was merged into them: one person. Null when there never was such a customer. */
export function samePerson(doc: Y.Doc, customer: string): Set<string> | null {
  if (!readKept(doc, 'customers', customer)) return null
  const merged = [...mergedCustomers(doc)]
  const person = new Set([customer])
  // A set goes on over what is added meanwhile.
  for (const one of person) for (const [id, into] of merged) if (into === one) person.add(id)
  return person
}

/** Who said each quote, deleted ones too; null where that is unknown. */
export function speakersOf(doc: Y.Doc): Map<string, string | null> {
  const speakers = new Map<string, string | null>()
  for (const id of rootOf(doc, 'quotes').keys()) {
    const kept = readKept(doc, 'quotes', id)
    if (kept) speakers.set(id, kept.record.customer)
  }
  return speakers
}
