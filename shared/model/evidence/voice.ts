import type { Customer, Quote } from '../kinds.ts'

/**
 * Whose voice a quote is, which decides where it counts. Only `customer` fills a ring. Words that a colleague recalls
 * are `recalled` whoever said them; `unknown` means nobody knows who did.
 */
export type Voice = 'customer' | 'staff' | 'recalled' | 'unknown'

/**
 * Whose voice a quote is, given the customer it names (undefined where it names none). Null when that customer
 * withdrew: then it is neither counted nor shown.
 */
export function voiceOf(quote: Quote, speaker: Customer | undefined): Voice | null {
  if (speaker?.consent === 'withdrawn') return null
  if (quote.how === 'recalled') return 'recalled'
  return speaker ? speaker.side : 'unknown'
}
