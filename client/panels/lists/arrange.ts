import { dayOf, sameChannel } from '#shared/model/evidence/filter.ts'
import { KINDS, type Quote } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { QuoteKind } from '#shared/model/records/quotes.ts'
import { lookUp } from '../../store/lookUp.ts'
import { speakerWords } from '../quotes/quoteWords.ts'

/** Words in a list: a whole quote, or an excerpt of one, whose id `id` is; `feeling` and `kind` are its own. */
export type Listed = {
  readonly id: string
  readonly quote: Quote
  readonly text: string
  readonly feeling: number | null
  readonly kind: QuoteKind
}

export const SORTS = ['newest', 'oldest', 'worst', 'best', 'longest', 'shortest'] as const
export type Sort = (typeof SORTS)[number]

export const GROUPINGS = ['kind', 'customer', 'persona', 'channel', 'year', 'source', 'none'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Words of one kind, customer, persona, channel, year or source. `customers`: how many different ones; unknown people are none. */
export type Group<T extends Listed = Listed> = {
  readonly id: string
  readonly title: string
  readonly words: readonly T[]
  readonly customers: number
}

type Known = Pick<MapDocument, 'customers' | 'personas' | 'sources'>

/** Words in another order; what says nothing about it comes last, and what is equal stays in the order of the map. */
export function sorted<T extends Listed>(words: readonly T[], sort: Sort, { sources }: Pick<Known, 'sources'>): T[] {
  const saidOf = (one: T): number | string | null => {
    if (sort === 'worst' || sort === 'best') return one.feeling
    if (sort === 'longest' || sort === 'shortest') return one.text.length
    return dayOf(one.quote, lookUp(sources, one.quote.source))
  }
  const down = sort === 'newest' || sort === 'best' || sort === 'longest'
  return words
    .map(one => ({ one, value: saidOf(one) }))
    .sort(({ value: a }, { value: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null)
      if (a === b) return 0
      return a < b === down ? 1 : -1
    })
    .map(({ one }) => one)
}

/** What went wrong first, because it is what is least liked to be read; then what worked, wished, and the rest. */
const KIND_ORDER: readonly QuoteKind[] = ['did-not-work', 'worked', 'wish', 'other']
const KIND_TITLES: Record<QuoteKind, string> = {
  'did-not-work': 'Did not work',
  worked: 'Worked',
  wish: 'Wishes',
  other: 'Other words',
}

/**
 * Words by what they have in common, each group in the order given: kinds in their own order, personas and sources in
 * the order of the map, customers and channels by how much was said, years from the last; what belongs to none comes last.
 */
export function grouped<T extends Listed>(words: readonly T[], by: Grouping, map: Known): Group<T>[] {
  const keyOf = ({ quote, kind }: T): string => {
    switch (by) {
      case 'kind':
        return kind
      case 'customer':
        return quote.customer ?? ''
      case 'persona':
        return lookUp(map.customers, quote.customer)?.persona ?? ''
      case 'channel':
        return sameChannel(quote.channel)
      case 'year':
        return dayOf(quote, lookUp(map.sources, quote.source))?.slice(0, 4) ?? ''
      case 'source':
        return quote.source ?? ''
      case 'none':
        return ''
    }
  }
  const groups = Map.groupBy(words, keyOf)
  const ids = [...groups.keys()].filter(id => id !== '' || by === 'none')
  const ordered = by === 'none' ? ids : ids.sort(orderOf(by, groups, map))
  return [...ordered, ...(by !== 'none' && groups.has('') ? [''] : [])].map(id => {
    const own = groups.get(id) ?? []
    const people = new Set(own.flatMap(({ quote: { customer } }) => (customer === null ? [] : [customer])))
    return { id, title: titleOf(by, id, map, own[0]), words: own, customers: people.size }
  })
}

function orderOf(by: Grouping, groups: ReadonlyMap<string, readonly unknown[]>, { personas, sources }: Known) {
  const list: readonly string[] =
    by === 'kind' ? KIND_ORDER : by === 'persona' ? personas.map(({ id }) => id) : sources.map(({ id }) => id)
  const size = (id: string) => groups.get(id)?.length ?? 0
  const place = new Map(list.map((id, at) => [id, at]))
  return (a: string, b: string) => {
    if (by === 'customer' || by === 'channel') return size(b) - size(a)
    if (by === 'year') return Number(b) - Number(a)
    return (place.get(a) ?? list.length) - (place.get(b) ?? list.length)
  }
}

/** `first` is the first of the words, which says how a channel is written. */
function titleOf(by: Grouping, id: string, { customers, personas, sources }: Known, first: Listed | undefined): string {
  switch (by) {
    case 'kind':
      return KIND_TITLES[id as QuoteKind]
    case 'customer':
      return speakerWords(lookUp(customers, id))
    case 'persona': {
      const persona = lookUp(personas, id)
      return persona ? KINDS.personas.title(persona) : 'No persona'
    }
    case 'channel':
      return first?.quote.channel.trim() || 'No channel'
    case 'year':
      return id || 'No date'
    case 'source': {
      const source = lookUp(sources, id)
      return source ? KINDS.sources.title(source) : 'No source'
    }
    case 'none':
      return ''
  }
}
