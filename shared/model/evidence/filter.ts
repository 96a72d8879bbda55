import { append } from '../../util/append.ts'
import type { Customer, Excerpt, Quote, Source } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import type { QuoteKind } from '../records/quotes.ts'
import { type ClaimState, claimStates, STATE_PARTS, type StatesOf } from './claimStates.ts'

/** Which words count. An empty list lets all pass; null in a list stands for words that say nothing about it. */
export type WordsFilter = {
  /** Ids of personas. */
  readonly personas: readonly (string | null)[]
  readonly channels: readonly string[]
  /** Ids of sources. */
  readonly sources: readonly (string | null)[]
  readonly kinds: readonly QuoteKind[]
  /** How the claims stand that the words are about, counted over all words; null: about none. See `claimStates`. */
  readonly states: readonly (ClaimState | null)[]
  /** First and last ISO day on which the words were said; with either, words without a day stay out. */
  readonly from: string | null
  readonly to: string | null
}

export const NO_FILTER: WordsFilter = {
  ...{ personas: [], channels: [], sources: [], kinds: [], states: [] },
  ...{ from: null, to: null },
}

/** Whether a filter lets everything pass. */
export function isOpen({ personas, channels, sources, kinds, states, from, to }: WordsFilter): boolean {
  const lists = [personas, channels, sources, kinds, states]
  return lists.every(list => list.length === 0) && from === null && to === null
}

/** The day on which words were said, or the last day of their source; null where nobody knows. ISO. */
export function dayOf(quote: Quote, source: Source | undefined): string | null {
  return quote.saidOn ?? source?.to ?? null
}

/** A map of which only some words count. `inPart`: quotes that are on it for their excerpts alone. */
export type FilteredMap = { readonly map: MapDocument; readonly inPart: ReadonlySet<string> }

/**
 * Leaves out the quotes and excerpts that a filter does not let pass, for counting: everything that names them is left
 * as it is, and `evidenceFollower` passes over it. What is the same as the last time it answers with the same lists, so
 * that following it is cheap.
 *
 * An excerpt passes by its own kind and its own claims, and by the customer, day, channel and source of its quote.
 */
export function filterer(): (map: MapDocument, filter: WordsFilter) => FilteredMap {
  let of: readonly unknown[] = []
  let last: Passing = { quotes: [], excerpts: [], inPart: NONE }
  let counted: { readonly of: readonly unknown[]; readonly states: StatesOf } | null = null
  /** They stay the same whatever is filtered, and so from one choice to the next. */
  const statesOn = (map: MapDocument): StatesOf => {
    const parts = STATE_PARTS.map(name => map[name])
    if (counted === null || !isSameList(counted.of, parts)) counted = { of: parts, states: claimStates(map) }
    return counted.states
  }
  return (map, filter) => {
    if (isOpen(filter)) return { map, inPart: NONE }
    const states = filter.states.length > 0 ? statesOn(map) : NO_STATES
    const now = [map.quotes, map.excerpts, map.customers, map.sources, filter, states]
    if (!isSameList(now, of)) {
      of = now
      last = keepSame(last, passing(map, filter, states))
    }
    const { inPart, ...lists } = last
    return { map: { ...map, ...lists }, inPart }
  }
}

const NONE: ReadonlySet<string> = new Set()
const NO_STATES: StatesOf = () => null

type Passing = { quotes: Quote[]; excerpts: Excerpt[]; inPart: ReadonlySet<string> }

function passing(map: MapDocument, filter: WordsFilter, statesOf: StatesOf): Passing {
  const { quotes, excerpts, customers, sources } = map
  const customerOf = new Map(customers.map(customer => [customer.id, customer]))
  const sourceOf = new Map(sources.map(source => [source.id, source]))
  const isSaidSo = passesAll(filter)
  const isAboutIt = aboutIt(filter, statesOf)
  const said = quotes.filter(quote =>
    isSaidSo(quote, customerOf.get(quote.customer ?? ''), sourceOf.get(quote.source ?? '')),
  )
  if (filter.kinds.length + filter.states.length === 0) return { quotes: said, excerpts, inPart: NONE }

  const partsOf = new Map<string, Excerpt[]>()
  for (const excerpt of excerpts) append(partsOf, excerpt.quote, excerpt)
  const inPart = new Set<string>()
  const out = new Set<Excerpt>()
  const kept = said.filter(quote => {
    const isWhole = isAboutIt(quote.id, quote.kind, quote.touchpoint)
    const parts = partsOf.get(quote.id) ?? []
    const others = parts.filter(({ id, kind, touchpoint }) => !isAboutIt(id, kind ?? quote.kind, touchpoint))
    for (const excerpt of others) out.add(excerpt)
    if (!isWhole && others.length < parts.length) inPart.add(quote.id)
    return isWhole || others.length < parts.length
  })
  return { quotes: kept, excerpts: out.size === 0 ? excerpts : excerpts.filter(one => !out.has(one)), inPart }
}

/** What was the same before is the very same. */
function keepSame(before: Passing, { quotes, excerpts, inPart }: Passing): Passing {
  const isSameSet = before.inPart.size === inPart.size && [...inPart].every(id => before.inPart.has(id))
  return {
    quotes: isSameList(before.quotes, quotes) ? before.quotes : quotes,
    excerpts: isSameList(before.excerpts, excerpts) ? before.excerpts : excerpts,
    inPart: isSameSet ? before.inPart : inPart,
  }
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((entry, at) => entry === b[at])
}

/** What words are about: their kind, and how the claims stand on which they bear. */
function aboutIt(filter: WordsFilter, statesOf: StatesOf) {
  const kinds = new Set(filter.kinds)
  const states = new Set(filter.states)
  return (id: string, kind: QuoteKind, touchpoint: string | null): boolean => {
    if (kinds.size > 0 && !kinds.has(kind)) return false
    if (states.size === 0) return true
    const theirs = statesOf(id, touchpoint)
    return theirs === null ? states.has(null) : theirs.some(state => states.has(state))
  }
}

/** Who said it, when, over which channel, and to whom. */
function passesAll(filter: WordsFilter) {
  const personas = new Set(filter.personas)
  const channels = new Set(filter.channels.map(sameChannel))
  const sources = new Set(filter.sources)
  const { from, to } = filter
  return (quote: Quote, customer: Customer | undefined, source: Source | undefined): boolean => {
    if (personas.size > 0 && !personas.has(customer?.persona ?? null)) return false
    if (channels.size > 0 && !channels.has(sameChannel(quote.channel))) return false
    if (sources.size > 0 && !sources.has(quote.source)) return false
    if (from === null && to === null) return true
    const day = dayOf(quote, source)
    return day !== null && (from === null || day >= from) && (to === null || day <= to)
  }
}

/** Channels are typed by hand: case and spaces around make no other channel. */
export function sameChannel(channel: string): string {
  return channel.trim().toLowerCase()
}
