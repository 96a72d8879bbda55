import type { Span } from './span.ts'

/** Two letters, six digits, a letter, as HMRC issues them. */
const FORM = /(?<![\p{L}\d█])[A-CEGHJ-PR-TW-Z][A-NP-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![\p{L}\d])/gu

/** British national insurance numbers in a text. */
export function findNationalInsurance(text: string): Span[] {
  return [...text.matchAll(FORM)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    kind: 'reference',
  }))
}
