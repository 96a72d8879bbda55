import type { QuoteKind } from '../records/quotes.ts'

/** What people call the kinds of quotes. */
export const KIND_WORDS: Readonly<Record<QuoteKind, string>> = {
  worked: 'Worked',
  'did-not-work': 'Did not work',
  wish: 'Wish',
  other: 'Other',
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** An ISO day as people write it, as in 3 Mar 2026. */
export function dayWords(iso: string): string {
  return day.format(new Date(`${iso}T00:00:00Z`))
}
