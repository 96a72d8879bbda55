import { voiceOf } from '#shared/model/evidence/voice.ts'
import type { Customer, Quote } from '#shared/model/kinds.ts'
import type { Theme } from './SimilarFinder.ts'

/** A theme with its quotes as they are now. `customers` counts different ones, as everywhere: no staff, nothing recalled. */
export type ShownTheme = {
  key: string
  words: readonly string[]
  quotes: readonly Quote[]
  customers: number
  isDismissed: boolean
}

/** Quotes below which a theme is none. */
const LEAST = 2

/** Themes of the quotes that count now, those of most customers first, those that somebody dismissed last. */
export function shownThemes(
  themes: readonly Theme[],
  now: {
    quotes: ReadonlyMap<string, Quote>
    customers: ReadonlyMap<string, Customer>
    dismissed(key: string): boolean
  },
): ShownTheme[] {
  return themes
    .map(({ key, words, quotes: ids }) => {
      const quotes = ids.flatMap(id => now.quotes.get(id) ?? [])
      const speakers = quotes.flatMap(quote => {
        const speaker = now.customers.get(quote.customer ?? '')
        return speaker && voiceOf(quote, speaker) === 'customer' ? [speaker.id] : []
      })
      return { key, words, quotes, customers: new Set(speakers).size, isDismissed: now.dismissed(key) }
    })
    .filter(({ quotes }) => quotes.length >= LEAST)
    .sort(
      (a, b) =>
        Number(a.isDismissed) - Number(b.isDismissed) || b.customers - a.customers || b.quotes.length - a.quotes.length,
    )
}
