import { add, type Change, type FieldsOf, set } from '#shared/doc/change.ts'
import { redact } from '#shared/formats/redact/redact.ts'
import { newId } from '#shared/model/ids.ts'
import { type Customer, KINDS, type Quote } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** A quote as somebody types it. `customer` is a record's id, `new` for one more customer, or null for unknown. */
export type NewQuote = {
  text: string
  customer: string | 'new' | null
  touchpoint: string | null
  kind: Quote['kind']
  how: Quote['how']
  feeling?: number | null
  saidOn?: string | null
  channel?: string
}

/** What was added, who said it, and the words before redaction when something was struck out. */
export type AddedQuote = { id: string; customer: string | null; original: string | null }

/** The next generated name: one more than the highest number in use. */
export function nextAlias(map: MapDocument, side: Customer['side'] = 'customer'): string {
  const word = side === 'staff' ? 'Staff' : 'Customer'
  const pattern = new RegExp(`^${word} (\\d{1,9})$`)
  const highest = map.customers.reduce((most, { alias }) => Math.max(most, Number(pattern.exec(alias)?.[1] ?? 0)), 0)
  return `${word} ${highest + 1}`
}

/**
 * Adds a quote as one step. E-mail addresses, phone and account numbers are struck out before anything enters
 * the document; the caller hands the original to the server.
 */
export function addQuote(open: OpenMap, { customer, text, ...fields }: NewQuote): AddedQuote {
  const changes: Change[] = []
  let speaker = customer
  if (customer === 'new') {
    const made: Customer = KINDS.customers.make({ id: newId(), alias: nextAlias(open.map.getState().map) })
    changes.push(add('customers', made))
    speaker = made.id
  }
  const { text: shown } = redact(text)
  const quote = KINDS.quotes.make({ id: newId(), ...fields, text: shown, customer: speaker })
  changes.push(add('quotes', quote))
  open.session.apply(changes)
  return { id: quote.id, customer: speaker, original: shown === text ? null : text }
}

/** Changes what is known about a quote; its words never change. */
export function changeQuote(open: OpenMap, id: string, fields: Omit<FieldsOf<'quotes'>, 'text' | 'row'>): void {
  open.session.apply([set('quotes', id, fields)])
}
