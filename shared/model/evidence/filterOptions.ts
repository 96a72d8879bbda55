import { append } from '../../util/append.ts'
import { type Excerpt, KINDS } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { QUOTE_KINDS, type QuoteKind } from '../records/quotes.ts'
import { CLAIM_STATES, type ClaimState, claimStates } from './claimStates.ts'
import { sameChannel } from './filter.ts'
import { voiceOf } from './voice.ts'

/** Something by which words can be filtered. `quotes`: how many of the whole map it lets pass when it stands alone. */
export type FilterOption<Value> = { readonly value: Value; readonly label: string; readonly quotes: number }

export type FilterOptions = {
  readonly personas: readonly FilterOption<string | null>[]
  readonly channels: readonly FilterOption<string>[]
  readonly sources: readonly FilterOption<string | null>[]
  /** Labels are left to whoever shows them. */
  readonly kinds: readonly FilterOption<QuoteKind>[]
  /** How the claims stand that words are about, null for words about none; only what there is. Likewise. */
  readonly states: readonly FilterOption<ClaimState | null>[]
  /** First and last ISO day on which anything was said; null where no quote says when. */
  readonly from: string | null
  readonly to: string | null
}

/**
 * What the words on a map can be filtered by. Personas and sources in the order of the map, those without any last;
 * channels under the name by which they were first written, the most used first. Words of who withdrew are not counted.
 */
export function filterOptions(map: MapDocument): FilterOptions {
  const { quotes, excerpts, customers, personas, sources } = map
  const customerOf = new Map(customers.map(customer => [customer.id, customer]))
  const byPersona = new Map<string | null, number>()
  const bySource = new Map<string | null, number>()
  const byKind = new Map<QuoteKind, number>()
  const byState = new Map<ClaimState | null, number>()
  const statesOf = claimStates(map)
  const partsOf = new Map<string, Excerpt[]>()
  for (const excerpt of excerpts) append(partsOf, excerpt.quote, excerpt)
  const byChannel = new Map<string, { label: string; quotes: number }>()
  let from: string | null = null
  let to: string | null = null
  for (const quote of quotes) {
    const customer = customerOf.get(quote.customer ?? '')
    if (voiceOf(quote, customer) === null) continue
    count(byPersona, customer?.persona ?? null)
    count(bySource, quote.source)
    // Of a narrative each excerpt has a kind and claims of its own.
    const parts = partsOf.get(quote.id) ?? []
    for (const kind of new Set([quote.kind, ...parts.map(part => part.kind ?? quote.kind)])) count(byKind, kind)
    const states = [quote, ...parts].flatMap(({ id, touchpoint }) => [...(statesOf(id, touchpoint) ?? [null])])
    for (const state of new Set(states)) count(byState, state)
    const channel = byChannel.get(sameChannel(quote.channel))
    if (channel) channel.quotes += 1
    else byChannel.set(sameChannel(quote.channel), { label: quote.channel.trim(), quotes: 1 })
    const day = quote.saidOn
    if (day !== null && (from === null || day < from)) from = day
    if (day !== null && (to === null || day > to)) to = day
  }
  const channels = [...byChannel].map(([value, { label, quotes: those }]) => ({ value, label, quotes: those }))
  return {
    personas: listed(personas, KINDS.personas.title, byPersona, 'No persona'),
    channels: channels
      .map(option => (option.value === '' ? { ...option, label: 'No channel' } : option))
      .sort((a, b) => Number(a.value === '') - Number(b.value === '') || b.quotes - a.quotes),
    sources: listed(sources, KINDS.sources.title, bySource, 'No source'),
    states: [...CLAIM_STATES, null].flatMap(value => {
      const those = byState.get(value) ?? 0
      return those === 0 ? [] : [{ value, label: value ?? '', quotes: those }]
    }),
    kinds: QUOTE_KINDS.map(value => ({ value, label: value, quotes: byKind.get(value) ?? 0 })),
    from,
    to,
  }
}

function count<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

/** Every record, and whoever belongs to none where there are any. */
function listed<T extends { id: string }>(
  records: readonly T[],
  title: (record: T) => string,
  counts: ReadonlyMap<string | null, number>,
  none: string,
): FilterOption<string | null>[] {
  const named = records.map(record => {
    return { value: record.id as string | null, label: title(record), quotes: counts.get(record.id) ?? 0 }
  })
  const without = counts.get(null) ?? 0
  return without === 0 ? named : [...named, { value: null, label: none, quotes: without }]
}
