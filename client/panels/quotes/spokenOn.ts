import { excerptWords } from '#shared/model/evidence/words.ts'
import type { Excerpt, Quote } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'

/** Words that lie on a touchpoint: a whole quote, or an excerpt of one. `id` is what evidence names. */
export type Spoken = { id: string; quote: Quote; text: string; excerpt: Excerpt | null }

/**
 * The words on a touchpoint, quote by quote. Of a quote that lies there as a whole its excerpts are left out: they are
 * part of what is shown already.
 */
export function spokenOn(map: MapDocument, quotes: readonly Quote[], touchpoint: string): Spoken[] {
  return quotes.flatMap((quote): Spoken[] => {
    if (quote.touchpoint === touchpoint) return [{ id: quote.id, quote, text: quote.text, excerpt: null }]
    return map.excerpts
      .filter(excerpt => excerpt.quote === quote.id && excerpt.touchpoint === touchpoint)
      .map(excerpt => ({ id: excerpt.id, quote, text: excerptWords(quote, excerpt), excerpt }))
  })
}
