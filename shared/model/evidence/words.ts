import type { Excerpt, Quote } from '../kinds.ts'

/** Marks where words were left out. */
export const CUT = '[…]'

/** Whether a cut at this offset would fall between the two halves of one character. */
function splitsCharacter(text: string, offset: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset))
}

/** The words of an excerpt, unaltered, with […] at each end where words of the quote were left out. */
export function excerptWords(quote: Quote, excerpt: Excerpt): string {
  const start = splitsCharacter(quote.text, excerpt.start) ? excerpt.start - 1 : excerpt.start
  const end = splitsCharacter(quote.text, excerpt.end) ? excerpt.end + 1 : excerpt.end
  const words = quote.text.slice(start, end).trim()
  if (!words) return CUT
  const before = quote.text.slice(0, start).trim() ? `${CUT} ` : ''
  const after = quote.text.slice(end).trim() ? ` ${CUT}` : ''
  return `${before}${words}${after}`
}
