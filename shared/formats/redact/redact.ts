import { findEmails } from './emails.ts'
import { findIbans } from './ibans.ts'
import { findNationalIds } from './nationalIds.ts'
import { findNationalInsurance } from './nationalInsurance.ts'
import { findNumbers } from './numbers.ts'
import { findPostcodes } from './postcodes.ts'
import { findReferences } from './references.ts'
import { blacken, shadow } from './shadow.ts'
import type { Span } from './span.ts'

export type { RedactionKind, Span } from './span.ts'

/** From what is sure by its form to what is only a number. Each step reads what the one before left. */
const STEPS: readonly ((text: string) => Span[])[] = [
  findEmails,
  findIbans,
  findNationalInsurance,
  findNationalIds,
  findReferences,
  findNumbers,
  findPostcodes,
]

/**
 * Removes e-mail addresses, phone, account and card numbers, postcodes and reference numbers, visibly: every UTF-16 code unit of
 * them becomes one █. So the text keeps its length, and a span means the same in the text before and after.
 * Dates, times, prices, years, distances and short numbers stay. Reading a redacted text again changes nothing.
 * Takes time in proportion to the text.
 */
export function redact(text: string): { text: string; spans: Span[] } {
  if (!/[\p{Nd}@\uFF20]/u.test(text)) return { text, spans: [] }
  let rest = shadow(text)
  const spans: Span[] = []
  for (const find of STEPS) {
    const found = find(rest)
    rest = blacken(rest, found)
    spans.push(...found)
  }
  spans.sort((a, b) => a.start - b.start)
  return { text: blacken(text, spans), spans }
}
