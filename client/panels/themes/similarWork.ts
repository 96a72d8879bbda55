import { type Closeness, groupSimilar, type SimilarGroup } from '#shared/model/similar/groupSimilar.ts'
import { SimilarQuotes } from '#shared/model/similar/SimilarQuotes.ts'
import { type PlaceSuggestion, suggestPlace } from '#shared/model/similar/suggestPlaces.ts'

/** What the page asks of the worker; quotes are named by their place in the list that was read last. */
export type SimilarWork = {
  read: { ask: { texts: readonly string[] }; answer: { unreadable: number } }
  groups: { ask: { speakers: readonly (string | null)[]; closeness: Closeness }; answer: SimilarGroup[] }
  place: {
    ask: { at: number; places: readonly (string | null)[]; speakers: readonly (string | null)[] }
    answer: PlaceSuggestion | null
  }
}
export type SimilarWish = {
  [K in keyof SimilarWork]: { number: number; what: K } & SimilarWork[K]['ask']
}[keyof SimilarWork]
/** An answer, or how many quotes are done on the way to it. */
export type SimilarReply =
  | { number: number; answer: SimilarWork[keyof SimilarWork]['answer'] }
  | { number: number; done: number }

let similar: SimilarQuotes | null = null

export function work(wish: SimilarWish, onDone: (done: number) => void): SimilarWork[keyof SimilarWork]['answer'] {
  if (wish.what === 'read') {
    similar = new SimilarQuotes(
      wish.texts.map((text, at) => ({ id: String(at), text })),
      onDone,
    )
    return { unreadable: similar.unreadable.length }
  }
  if (!similar) throw new Error('Quotes have to be read first')
  if (wish.what === 'groups') return groupSimilar(similar, { ...wish, onDone })
  return suggestPlace(similar, wish.at, wish)
}
