import { type Customer, KINDS, type Persona } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { lookUp } from '../../store/lookUp.ts'
import { countWords } from '../countWords.ts'
import { matching } from '../finding.ts'

/** A customer as the list shows them. */
export type CustomerRow = {
  customer: Customer
  name: string
  /** '' for nobody's. */
  persona: string
  side: string
  consent: string
  quotes: number
  /** What else is known, in one line. */
  facets: string
}

export const SORTS = ['name', 'persona', 'side', 'consent', 'quotes'] as const
export type Sort = { by: (typeof SORTS)[number]; down: boolean }

export const SIDE_WORDS: Record<Customer['side'], string> = { customer: 'Customer', staff: 'Staff' }
export const CONSENT_WORDS: Record<Customer['consent'], string> = {
  unknown: 'Not known',
  given: 'Given',
  withdrawn: 'Withdrawn',
}

const compare = new Intl.Collator('en', { numeric: true }).compare

/** Everybody on the map, in its order. Words of who withdrew are not counted. */
export function customerRows({ customers, personas, quotes }: MapDocument): CustomerRow[] {
  const counts = new Map<string, number>()
  for (const { customer } of quotes) if (customer !== null) counts.set(customer, (counts.get(customer) ?? 0) + 1)
  return customers.map(customer => ({
    customer,
    name: KINDS.customers.title(customer),
    persona: personaName(personas, customer.persona),
    side: SIDE_WORDS[customer.side],
    consent: CONSENT_WORDS[customer.consent],
    quotes: customer.consent === 'withdrawn' ? 0 : (counts.get(customer.id) ?? 0),
    facets: facetsOf(customer)
      .map(([name, value]) => `${name}: ${value}`)
      .join(' · '),
  }))
}

/** How many customers are on the map, and staff apart, as everywhere else: those of whom there are words. */
export function whoSpoke(rows: readonly CustomerRow[]): string {
  const speaking = rows.filter(({ quotes }) => quotes > 0)
  const staff = speaking.filter(({ customer }) => customer.side === 'staff').length
  const customers = countWords(speaking.length - staff, 'customer')
  return `${customers}${staff > 0 ? ` and ${staff.toLocaleString('en-GB')} of the staff` : ''} on the map`
}

/** The rows that hold every word that was typed, sorted; those that are equal stay in the order of their names. */
export function shownRows(rows: readonly CustomerRow[], wanted: string, { by, down }: Sort): CustomerRow[] {
  const found = matching(
    rows,
    wanted,
    ({ name, persona, side, consent, facets }) => `${name} ${persona} ${side} ${consent} ${facets}`,
    rows.length,
  )
  const turn = down ? -1 : 1
  return found.sort((a, b) => turn * difference(a, b, by) || compare(a.name, b.name))
}

function difference(a: CustomerRow, b: CustomerRow, by: Sort['by']): number {
  if (by === 'quotes') return a.quotes - b.quotes
  // Nobody's come last whichever way.
  return compare(a[by] || '\uffff', b[by] || '\uffff')
}

export function personaName(personas: readonly Persona[], id: string | null): string {
  const persona = lookUp(personas, id)
  return persona ? KINDS.personas.title(persona) : ''
}

/** What is known about a customer beside the rest, without what is empty. */
export function facetsOf({ facets }: Customer): [string, string][] {
  return Object.entries(facets).flatMap(([name, value]): [string, string][] =>
    value === null || value === '' ? [] : [[name, String(value)]],
  )
}
