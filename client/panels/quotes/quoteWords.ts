import { CUT } from '#shared/model/evidence/words.ts'
import type { Customer, Quote } from '#shared/model/kinds.ts'
import { QUOTE_KINDS } from '#shared/model/records/quotes.ts'

export { dayWords, KIND_WORDS } from '#shared/model/evidence/quoteWords.ts'
export { QUOTE_KINDS }

/** How a quote reached us, in words. */
export const HOW_WORDS: Record<Quote['how'], string> = {
  written: 'Written',
  recorded: 'Recorded',
  noted: 'Noted live',
  recalled: 'Recalled',
}

/** Who said it. */
export function speakerWords(customer: Customer | undefined): string {
  if (!customer) return 'Unknown customer'
  const alias = customer.alias || 'Unnamed customer'
  return customer.side === 'staff' ? `${alias} (staff)` : alias
}

/**
 * At most about `most` code units of a text, cut between words and marked with […]; null when all of it fits. What
 * would be saved must be worth the mark: a text that is only a little longer stays whole.
 */
export function folded(text: string, most: number): string | null {
  if (text.length <= most * 1.3) return null
  const space = text.lastIndexOf(' ', most)
  // Scripts without spaces are cut anywhere but inside a character.
  const end = space > most / 2 ? space : /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most
  return `${text.slice(0, end).trimEnd()} ${CUT}`
}
