import { characterEnd, characterStart } from '../../util/characters.ts'
import type { Excerpt, Quote } from '../kinds.ts'

/** Marks where words were left out. */
export const CUT = '[…]'

/** Part of a quote's words, in UTF-16 code units of its text. */
export type ExcerptSpan = Pick<Excerpt, 'start' | 'end'>

/**
 * The span of an excerpt as it is shown: no character is halved. Redacting keeps the length of a text, so a span means
 * the same words before and after.
 */
export function shownSpan(text: string, { start, end }: ExcerptSpan): ExcerptSpan {
  return { start: characterStart(text, start), end: characterEnd(text, end) }
}

/** What somebody selected of a text as the span of an excerpt, without the space around it; null when nothing is left. */
export function excerptSpan(text: string, { start, end }: ExcerptSpan): ExcerptSpan | null {
  const from = Math.max(0, Math.min(start, end))
  const words = text.slice(from, Math.max(start, end))
  const first = from + words.length - words.trimStart().length
  const span = shownSpan(text, { start: first, end: first + words.trim().length })
  return words.trim() === '' ? null : span
}

/** The words of an excerpt, unaltered, with […] at each end where words of the quote were left out. */
export function excerptWords(quote: Pick<Quote, 'text'>, excerpt: ExcerptSpan): string {
  const { start, end } = shownSpan(quote.text, excerpt)
  const words = quote.text.slice(start, end).trim()
  if (!words) return CUT
  const before = quote.text.slice(0, start).trim() ? `${CUT} ` : ''
  const after = quote.text.slice(end).trim() ? ` ${CUT}` : ''
  return `${before}${words}${after}`
}
