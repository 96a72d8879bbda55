import { add, type Change, set } from '#shared/doc/change.ts'
import { speakersOf } from '#shared/doc/speakers.ts'
import { newId } from '#shared/model/ids.ts'
import { type Customer, KINDS } from '#shared/model/kinds.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { nextAlias } from './quotes.ts'

/** Why these can't be made one person, as a sentence; null when they can. */
export function whyNotMerged(customers: readonly Customer[]): string | null {
  if (customers.length < 2) return 'Choose two customers or more that are one person.'
  if (customers.some(({ consent }) => consent === 'withdrawn')) {
    return 'Somebody here has withdrawn. Withdraw or erase each of them instead.'
  }
  if (new Set(customers.map(({ side }) => side)).size > 1) {
    return 'Customers and staff count apart. Say first on which side this person is.'
  }
  return null
}

/**
 * Says that customers are one person, as one step. All their quotes become those of the one that stays, deleted ones
 * too; of what is known about them the word of that one wins, then that of the first of the others. They are deleted, and
 * say into whom they were merged, so that withdrawing and erasing reach all of that person.
 */
export function mergeCustomers(open: OpenMap, keep: string, others: readonly string[]): void {
  const { map } = open.map.getState()
  const theirs = new Set(others.filter(id => id !== keep))
  const stays = map.customers.find(({ id }) => id === keep)
  const go = map.customers.filter(({ id }) => theirs.has(id))
  if (!stays || whyNotMerged([stays, ...go]) !== null) return
  const changes: Change[] = []
  for (const [quote, speaker] of speakersOf(open.session.doc)) {
    if (speaker !== null && theirs.has(speaker)) changes.push(set('quotes', quote, { customer: keep }))
  }
  const filled = filledFrom(stays, go)
  if (Object.keys(filled).length > 0) changes.push(set('customers', keep, filled))
  for (const { id } of go) {
    changes.push(set('customers', id, { mergedInto: keep }), { do: 'remove', kind: 'customers', id })
  }
  open.session.apply(changes)
}

/** What the one that stays lacks and the others know. */
function filledFrom(stays: Customer, others: readonly Customer[]): Partial<Omit<Customer, 'id' | '~'>> {
  const first = <T>(pick: (customer: Customer) => T | null): T | null => {
    for (const other of others) if (pick(other) !== null) return pick(other)
    return null
  }
  const persona = stays.persona ?? first(other => other.persona)
  const key = stays.key || first(other => other.key || null) || ''
  const isGiven = stays.consent === 'unknown' && others.some(({ consent }) => consent === 'given')
  const facets = { ...stays.facets }
  for (const other of others) {
    for (const [name, value] of Object.entries(other.facets)) {
      const known = facets[name]
      if (known === undefined || known === null || known === '') facets[name] = value
    }
  }
  const isSame = Object.entries(facets).every(([name, value]) => stays.facets[name] === value)
  return {
    ...(persona === stays.persona ? {} : { persona }),
    ...(key === stays.key ? {} : { key }),
    ...(isGiven ? { consent: 'given' as const } : {}),
    ...(isSame ? {} : { facets }),
  }
}

/** Says that some quotes of a customer are another person's, who gets the next number. One step. Answers their id. */
export function splitCustomer(open: OpenMap, customer: string, quotes: readonly string[]): string | null {
  const { map } = open.map.getState()
  const from = map.customers.find(({ id }) => id === customer)
  const chosen = new Set(quotes)
  const theirs = map.quotes.filter(quote => quote.customer === customer && chosen.has(quote.id))
  if (!from || theirs.length === 0) return null
  const { side, persona } = from
  const made = KINDS.customers.make({ id: newId(), alias: nextAlias(map, side), side, persona })
  open.session.apply([add('customers', made), ...theirs.map(({ id }) => set('quotes', id, { customer: made.id }))])
  return made.id
}

/** Says whose journey customers are on: a persona's, that of a new one by its name, or nobody's. One step. */
export function assignPersona(open: OpenMap, ids: readonly string[], persona: string | null | { name: string }): void {
  const changes: Change[] = []
  let to = typeof persona === 'object' ? null : persona
  if (persona !== null && typeof persona === 'object') {
    const made = KINDS.personas.make({ id: newId(), name: persona.name })
    changes.push(add('personas', made))
    to = made.id
  }
  open.session.apply([...changes, ...ids.map(id => set('customers', id, { persona: to }))])
}

/** Changes what is known about a customer. That they withdrew is no edit: see `withdraw`. */
export function changeCustomer(
  open: OpenMap,
  id: string,
  fields: { alias?: string; side?: Customer['side']; consent?: 'unknown' | 'given' },
): void {
  open.session.apply([set('customers', id, fields)])
}
