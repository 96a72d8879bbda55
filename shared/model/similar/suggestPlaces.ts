import type { SimilarQuotes } from './SimilarQuotes.ts'

/** Where a quote may belong, and why: how many similar quotes of other people lie there, and what they share. */
export type PlaceSuggestion = { place: string; quotes: readonly number[]; words: readonly string[] }

/** The quotes by their places in the list of `SimilarQuotes`. */
export type Placed = { places: readonly (string | null)[]; speakers: readonly (string | null)[] }

/**
 * Likeness from which on a quote is a neighbour, how many of the nearest vote, and how many of them, with which share of
 * all likeness, have to lie on one touchpoint. On 3,300 comments that people had placed on 30 touchpoints, this suggests
 * something for 44 of 100, and four out of five are where the people put them.
 */
const LEAST = 0.15
const NEIGHBOURS = 20
const MIN_QUOTES = 3
const MIN_SHARE = 0.6
const WORDS = 3

/**
 * Where a quote may belong by what lies there (the votes of its nearest neighbours, weighted by likeness). The quote's own
 * customer has no vote: one talkative person is no pattern. Null when the neighbours are few or disagree.
 */
export function suggestPlace(similar: SimilarQuotes, at: number, { places, speakers }: Placed): PlaceSuggestion | null {
  const own = speakers[at] ?? null
  const counts = (other: number) => places[other] !== null && (own === null || speakers[other] !== own)
  const near = similar.like(at, LEAST, { counts, most: NEIGHBOURS })
  const votes = new Map<string, { quotes: number[]; likeness: number }>()
  let all = 0
  for (const { at: other, likeness } of near) {
    const place = places[other] ?? ''
    const vote = votes.get(place) ?? { quotes: [], likeness: 0 }
    vote.quotes.push(other)
    vote.likeness += likeness
    all += likeness
    votes.set(place, vote)
  }
  const [best] = [...votes].sort((a, b) => b[1].likeness - a[1].likeness)
  if (!best) return null
  const [place, { quotes, likeness }] = best
  if (quotes.length < MIN_QUOTES || likeness < all * MIN_SHARE) return null
  return { place, quotes, words: similar.shared(at, quotes, WORDS) }
}
