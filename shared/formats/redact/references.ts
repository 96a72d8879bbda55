import { currencyBefore, unitAfter } from './amounts.ts'
import type { Span } from './span.ts'

/** Announce an account only together with a word such as "number": "in my account 15000" is money. */
const ACCOUNTS =
  'account|acct|acc|a/c|card|sort code|konto|kontonummer|karte|compte|carte|cuenta|tarjeta|conto|carta|rekening|' +
  'rekeningnummer|conta|konta|rachunek|bic'
/** Announce nothing but references: five digits are enough. */
const FIRM =
  'ref|refs|reference|case|policy|ticket|booking|reservation|invoice|incident|tracking|consignment|membership|' +
  'kundennummer|auftragsnummer|bestellnummer|rechnungsnummer|vertragsnummer|vorgangsnummer|aktenzeichen|fallnummer|' +
  'versicherungsnummer|sendungsnummer|ticketnummer|dossier|référence|referencia|expediente|póliza|riferimento|' +
  'bestelnummer|klantnummer|polis|dossiernummer|ordrenummer|sagsnummer'
/** Words of everyday talk too: without "number" beside them it takes six digits. */
const LOOSE =
  'id|order|claim|contract|complaint|job|parcel|confirmation|transaction|receipt|member|customer|client|patient|hospital|' +
  'nhs|chi|file|application|enquiry|inquiry|quote|licence|license|passport|serial|national insurance|ni|ssn|' +
  'social security|kunden|auftrag|bestellung|bestell|rechnung|vertrag|vorgang|fall|commande|facture|contrat|' +
  'réclamation|pedido|factura|contrato|ordine|pratica|fattura|contratto|bestelling|klant|factuur|encomenda|processo|' +
  'zamówienie|zamówienia|klient|ordre|ärende'
const DESIGNATORS = 'numbers?|num|nummer|nos?|nr|ids?|code|ref|reference|numéro|numero|número|n°|nº|№|#'
const VERBS = 'is|was|ist|war|est|es'

const KEYWORD = new RegExp(`(?<![\\p{L}\\d█])(?:(${ACCOUNTS})|(${FIRM})|${LOOSE})(?![\\p{L}\\d])`, 'giu')
const CONNECTION = new RegExp(
  `(?:[ \\t.-]{0,3}(?:(${DESIGNATORS})|${VERBS})(?![\\p{L}])){0,3}([ \\t.:=#"'()\\[-]{0,4})`,
  'iuy',
)
const DESIGNATOR = new RegExp(DESIGNATORS, 'iu')
/** Bounded, so that a text of nothing but joined keywords is still read in one go. */
const VALUE = /[A-Z\d]{1,40}(?:[/_-][A-Z\d]{1,40}){0,7}/iy
const MORE_DIGITS = / \d{3,}(?![\p{L}\d])/uy

/** Digits that a number needs after a word of everyday talk. */
const EVERYDAY = 6

const DATE_LIKE =
  /^(?:(?:19|20)\d\d(?:[-/]\d{1,2}){0,2}|\d{1,2}([-/])\d{1,2}\1\d{2,4}|(?:19|20)\d\d[-/](?:19|20)?\d\d)$/

function digits(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) count++
  }
  return count
}

/**
 * Numbers of accounts, orders, cases, policies and the like that a word before them announces, as in "ref 12345678"
 * or "order no. AB-1234". Without such a word they are left to what their own form says. A year or a date is none,
 * nor is an amount, as in "I order 200000 units".
 */
export function findReferences(text: string): Span[] {
  const spans: Span[] = []
  for (const keyword of text.matchAll(KEYWORD)) {
    CONNECTION.lastIndex = keyword.index + keyword[0].length
    const [connection = '', , marks = ''] = CONNECTION.exec(text) ?? []
    if (connection === '') continue
    const explicit = DESIGNATOR.test(connection) || /[:#=]/.test(marks)
    const least = explicit ? 4 : keyword[1] ? Number.POSITIVE_INFINITY : keyword[2] ? 5 : EVERYDAY
    const start = keyword.index + keyword[0].length + connection.length
    const end = valueEnd(text, start, least)
    if (end === start || start < (spans.at(-1)?.end ?? 0)) continue
    spans.push({ start, end, kind: keyword[1] ? 'account' : 'reference' })
  }
  return spans
}

/** Where the announced number of at least `least` digits ends; `start` when there is none. */
function valueEnd(text: string, start: number, least: number): number {
  VALUE.lastIndex = start
  const value = VALUE.exec(text)?.[0]
  if (value === undefined || DATE_LIKE.test(value)) return start
  let count = digits(value)
  let end = start + value.length
  // After a word of everyday talk the next number may be another, as in "NHS 111 999".
  while (least < EVERYDAY && count > 2 && count < 7) {
    MORE_DIGITS.lastIndex = end
    const more = MORE_DIGITS.exec(text)?.[0]
    if (more === undefined || unitAfter(text, end + more.length)) break
    count += more.length - 1
    end += more.length
  }
  return count < least || currencyBefore(text, start) || unitAfter(text, end) ? start : end
}
