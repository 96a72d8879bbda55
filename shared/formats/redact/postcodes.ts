import { unitAfter } from './amounts.ts'
import type { Span } from './span.ts'

/**
 * What stands for the place where somebody lives. Codes of some streets or houses (United Kingdom, Ireland, the
 * Netherlands, Portugal) show by their form; those of a town look like any number, so they need a word, a country's letter
 * or an address around them.
 */
const EDGE = '(?<![\\p{L}\\d█])'
const END = '(?![\\p{L}\\d█])'
const TOWN = '(?=,? {1,2}\\p{Lu}\\p{Ll})'

/** With a word before them, in any case: `postcode sw1a 1aa`, `PLZ 80331`, `kod pocztowy: 00-950`. */
const WORDS =
  'post ?codes?|postal codes?|zip(?: ?code)?|eircode|plz|postleitzahl|code postal|c\\.?p\\.?|código postal|codigo postal|' +
  'codice postale|cap|postnummer|postnr|postinumero|kod pocztowy|psč|irányítószám|postnumeris'
const ANNOUNCED = new RegExp(
  `${EDGE}(?:${WORDS})(?: (?:is|was|ist|war|est|es|è))?[ .:#]{1,3}((?:[A-Z]{1,3}-)?(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[\\dW] ?[A-Z\\d]{4}|\\d{4} ?[A-Z]{2}|\\d{5}-\\d{4}|\\d{4}-\\d{3}|\\d{3} \\d\\d|\\d\\d-\\d{3}|\\d{4,5}))${END}`,
  'giu',
)

const BY_FORM: readonly RegExp[] = [
  // United Kingdom; the letters C, I, K, M, O and V never stand at the end, and so neither 5PM nor 10KM is one.
  new RegExp(`${EDGE}[A-PR-UWYZ][A-HK-Y]?\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}${END}`, 'gu'),
  // Ireland: a routing key, and four characters with a digit among them.
  new RegExp(`${EDGE}[AC-FHKNPRTV-Y]\\d[\\dW] ?(?=[A-Z]{0,3}\\d)[\\dAC-FHKNPRTV-Y]{4}${END}`, 'gu'),
  // The Netherlands: with the town, or in one piece.
  new RegExp(`${EDGE}[1-9]\\d{3}(?:[A-Z]{2}${END}| [A-Z]{2}${TOWN})`, 'gu'),
  // Portugal; and behind a street Poland, Sweden, Czechia, Slovakia, Greece: with the town.
  new RegExp(`${EDGE}[1-9]\\d{3}-\\d{3}${TOWN}`, 'gu'),
  new RegExp(
    `(?<=[\\p{L}\\d], |\\d |\\n)${EDGE}(?:(?:S-|SE-|CZ-|SK-|GR-)?[1-9]\\d\\d \\d\\d|\\d\\d-\\d{3})${TOWN}`,
    'gu',
  ),
  // A country's letters before the number.
  new RegExp(`${EDGE}(?:DE?|AT?|CH|FR?|ES?|IT?|BE?|DK|NO?|FIN?|LU?|PL|PT|SE?|CZ)-\\d{4,5}${TOWN}`, 'gu'),
]

/** A street with its house before the number, and the town behind it: `Lindenweg 5, 80331 München`. */
const IN_ADDRESS = new RegExp(`(?<=\\p{L}\\.? \\d{1,4} ?[a-z]?(?:,|\\n) {0,2})\\d{4,5}${TOWN}`, 'gu')
/** `12 rue des Lilas, 75011 Paris`. */
const AFTER_STREET = new RegExp(
  `(?<=\\d{1,4},? (?:rue|avenue|av\\.|boulevard|bd|place|chemin|impasse|allée|quai)[^,\\n\\d]{2,40}(?:,|\\n) {0,2})\\d{5}${TOWN}`,
  'giu',
)

/** Postcodes and what looks like them. A number with a unit behind it is none: `1500 KM`. */
export function findPostcodes(text: string): Span[] {
  const spans: Span[] = []
  for (const found of text.matchAll(ANNOUNCED)) {
    const end = found.index + found[0].length
    spans.push({ start: end - (found[1] ?? '').length, end, kind: 'postcode' })
  }
  for (const pattern of [...BY_FORM, IN_ADDRESS, AFTER_STREET]) {
    for (const found of text.matchAll(pattern)) {
      const digits = /^\d+ ?/.exec(found[0])?.[0].length ?? 0
      const end = found.index + found[0].length
      if ((digits > 0 && unitAfter(text, found.index + digits)) || unitAfter(text, end)) continue
      spans.push({ start: found.index, end, kind: 'postcode' })
    }
  }
  return apart(spans)
}

/** In order; of those that overlap the first and longest. */
function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  }
  return kept
}
