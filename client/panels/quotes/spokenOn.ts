import type { EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import type { Excerpt } from '#shared/model/kinds.ts'
import type { Listed } from '../lists/arrange.ts'

/** Words that lie on a touchpoint: a whole quote, or an excerpt of one. `id` is what evidence names. */
export type Spoken = Listed & { readonly excerpt: Excerpt | null }

/**
 * The words on a touchpoint, quote by quote, as far as a filter lets them pass. Of a quote that lies there as a whole its
 * excerpts are left out: they are part of what is shown already.
 */
export function spokenOn(evidence: EvidenceIndex, touchpoint: string): Spoken[] {
  const words = evidence.wordsOn(touchpoint)
  const whole = new Set(words.flatMap(({ quote, excerpt }) => (excerpt === null ? [quote.id] : [])))
  return words
    .filter(({ quote, excerpt }) => excerpt === null || !whole.has(quote.id))
    .map(({ id, quote, excerpt, text, feeling }) => ({
      ...{ id, quote, excerpt, text, feeling },
      kind: excerpt?.kind ?? quote.kind,
    }))
}
