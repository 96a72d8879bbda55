import type { Customer, Quote, Source } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import type { QuoteKind } from '../records/quotes.ts'

/** Which words count. An empty list lets all pass; null in a list stands for words that say nothing about it. */
export type WordsFilter = {
  /** Ids of personas. */
  readonly personas: readonly (string | null)[]
  readonly channels: readonly string[]
  /** Ids of sources. */
  readonly sources: readonly (string | null)[]
  readonly kinds: readonly QuoteKind[]
  /** First and last ISO day on which the words were said; with either, words without a day stay out. */
  readonly from: string | null
  readonly to: string | null
}

export const NO_FILTER: WordsFilter = { personas: [], channels: [], sources: [], kinds: [], from: null, to: null }

/** Whether a filter lets everything pass. */
export function isOpen({ personas, channels, sources, kinds, from, to }: WordsFilter): boolean {
  return personas.length + channels.length + sources.length + kinds.length === 0 && from === null && to === null
}

/** The day on which words were said, or the last day of their source; null where nobody knows. ISO. */
export function dayOf(quote: Quote, source: Source | undefined): string | null {
  return quote.saidOn ?? source?.to ?? null
}

/**
 * Leaves out the quotes that a filter does not let pass, for counting: everything that names them is left as it is, and
 * `evidenceFollower` passes over it. What it is given twice it answers with the same lists, so that following it is
 * cheap.
 */
export function filterer(): (map: MapDocument, filter: WordsFilter) => MapDocument {
  let of: readonly unknown[] = []
  let quotes: Quote[] = []
  return (map, filter) => {
    if (isOpen(filter)) return map
    const now = [map.quotes, map.customers, map.sources, filter]
    if (now.some((part, at) => part !== of[at])) {
      of = now
      quotes = passing(map, filter)
    }
    return { ...map, quotes }
  }
}

function passing({ quotes, customers, sources }: MapDocument, filter: WordsFilter): Quote[] {
  const customerOf = new Map(customers.map(customer => [customer.id, customer]))
  const sourceOf = new Map(sources.map(source => [source.id, source]))
  const passes = passesAll(filter)
  return quotes.filter(quote => passes(quote, customerOf.get(quote.customer ?? ''), sourceOf.get(quote.source ?? '')))
}

function passesAll(filter: WordsFilter) {
  const personas = new Set(filter.personas)
  const channels = new Set(filter.channels.map(sameChannel))
  const sources = new Set(filter.sources)
  const kinds = new Set(filter.kinds)
  const { from, to } = filter
  return (quote: Quote, customer: Customer | undefined, source: Source | undefined): boolean => {
    if (personas.size > 0 && !personas.has(customer?.persona ?? null)) return false
    if (channels.size > 0 && !channels.has(sameChannel(quote.channel))) return false
    if (sources.size > 0 && !sources.has(quote.source)) return false
    if (kinds.size > 0 && !kinds.has(quote.kind)) return false
    if (from === null && to === null) return true
    const day = dayOf(quote, source)
    return day !== null && (from === null || day >= from) && (to === null || day <= to)
  }
}

/** Channels are typed by hand: case and spaces around make no other channel. */
export function sameChannel(channel: string): string {
  return channel.trim().toLowerCase()
}
