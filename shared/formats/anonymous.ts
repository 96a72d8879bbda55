import { UNKNOWN } from '../model/kind.ts'
import type { Customer } from '../model/kinds.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { mend } from '../model/mend.ts'

/** What the program generates itself; a number longer than this could be an account's. */
const GENERATED_ALIAS = /^(?:Customer|Staff) [1-9]\d{0,5}$/

/**
 * The edition of a map that may leave the house: nobody in it can be told by name.
 *
 * - Customers keep only a generated alias, side, persona and consent; any other alias is replaced by a generated one.
 * - Customers who withdrew are left out, with their quotes and the excerpts and evidence that stand on those.
 * - Quotes lose the imported row, its line and the reference. Authors and collectors lose their names, guesses and votes their people.
 * - Members that this version does not know are left out, since nobody can vouch for them (an `original` is one).
 *
 * Everything else stays as it is. The same map always gives the same edition.
 */
export function anonymous(map: MapDocument): MapDocument {
  const known = withoutUnknown(map)
  const withdrawn = new Set(map.customers.filter(({ consent }) => consent === 'withdrawn').map(({ id }) => id))
  const edition = mend({
    ...known,
    customers: withAliases(known.customers)
      .filter(customer => !withdrawn.has(customer.id))
      .map(customer => ({ ...customer, facets: {}, key: '' })),
    sources: known.sources.map(source => ({ ...source, collectedBy: '' })),
    touchpoints: known.touchpoints.map(touchpoint => ({ ...touchpoint, author: '' })),
    notes: known.notes.map(note => ({ ...note, author: '' })),
    opportunities: known.opportunities.map(opportunity => ({ ...opportunity, author: '' })),
    assumptions: known.assumptions.map(assumption => ({ ...assumption, author: '' })),
    painPoints: known.painPoints.map(pain => ({
      ...pain,
      author: '',
      history: pain.history.map(({ status, on, words }) => ({ status, on, words })),
    })),
    promises: known.promises.map(promise => ({
      ...promise,
      checks: promise.checks.map(({ on, kept, heard, done, asked, would }) => ({
        on,
        kept,
        heard,
        done,
        asked,
        would,
      })),
    })),
    quotes: known.quotes
      .filter(quote => !withdrawn.has(quote.customer ?? ''))
      .map(quote => ({ ...quote, row: {}, ref: '', line: null })),
  })
  // Of what is left, so that the edition of an edition is the same again.
  const numberOf = numbered()
  const by = <T extends { by: string }>(record: T): T => ({ ...record, by: numberOf(record.by) })
  return { ...edition, guesses: edition.guesses.map(by), votes: edition.votes.map(by) }
}

/** The same number for the same person, so that each still counts once. */
function numbered(): (person: string) => string {
  const numbers = new Map<string, string>()
  return person => {
    const number = numbers.get(person) ?? `Person ${numbers.size + 1}`
    numbers.set(person, number)
    return number
  }
}

/** Numbers everybody who has no generated alias, withdrawn ones too, so that a withdrawal renames no one else. */
function withAliases(customers: readonly Customer[]): Customer[] {
  const taken = new Set(customers.map(customer => customer.alias).filter(alias => GENERATED_ALIAS.test(alias)))
  const last = { customer: 0, staff: 0 }
  return customers.map(customer => {
    if (taken.has(customer.alias)) return customer
    const word = customer.side === 'staff' ? 'Staff' : 'Customer'
    do last[customer.side] += 1
    while (taken.has(`${word} ${last[customer.side]}`))
    return { ...customer, alias: `${word} ${last[customer.side]}` }
  })
}

/** The same map, without the members under `~` of itself and of every record. */
function withoutUnknown(map: MapDocument): MapDocument {
  const bare = Object.entries(map)
    .filter(([name]) => name !== UNKNOWN)
    .map(([name, value]) => [name, Array.isArray(value) ? value.map(withoutOwnUnknown) : withoutOwnUnknown(value)])
  return Object.fromEntries(bare)
}

function withoutOwnUnknown(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== UNKNOWN))
}
