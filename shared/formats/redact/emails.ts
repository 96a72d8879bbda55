import type { Span } from './span.ts'

const LOCAL = /[\p{L}\p{M}\d.!#$%&'*+/=?^_`{|}~-]/u
const DOMAIN = /[\p{L}\p{M}\d.-]+/uy

/** Only these may stand at the outer end of an address; what comes before them belongs to the sentence. */
const LOCAL_FIRST = /[\p{L}\d_+]/u

/**
 * E-mail addresses in a text. Whatever is joined to an @ with a dotted name behind it is one: to take a little too
 * much is better here than to leave half an address. Reads outwards from each @, so no character is read more than
 * twice.
 */
export function findEmails(text: string): Span[] {
  const spans: Span[] = []
  let floor = 0
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > floor && LOCAL.test(text[start - 1] as string)) start--
    while (start < at && !LOCAL_FIRST.test(text[start] as string)) start++
    DOMAIN.lastIndex = at + 1
    const domain = DOMAIN.exec(text)?.[0].replace(/[.-]+$/, '') ?? ''
    if (start === at || !/[\p{L}\d]\.[\p{L}\d-]*\p{L}/u.test(domain)) continue
    const end = at + 1 + domain.length
    spans.push({ start, end, kind: 'email' })
    floor = end
  }
  return spans
}
