import { sameChannel, type WordsFilter } from '#shared/model/evidence/filter.ts'
import { statusWords } from '#shared/model/evidence/sentence.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { lookUp } from '../lookUp.ts'
import { dayWords, KIND_WORDS } from '../quotes/quoteWords.ts'

type Named = Pick<MapDocument, 'map' | 'personas' | 'sources' | 'quotes'>

/** Which words a filter lets pass, such as `Wish · Parents or No persona · Phone · since 3 Mar 2026`. */
export function filterWords(filter: WordsFilter, map: Named): string {
  const { personas, channels, sources, kinds, states, from, to } = filter
  const stateWords = (state: (typeof states)[number]) =>
    state === null ? 'about no claim' : `claim: ${statusWords(state, map.map.voicesNeeded).label}`
  return [
    either(kinds.map(kind => KIND_WORDS[kind])),
    either(personas.map(id => (id === null ? 'No persona' : titleOf(KINDS.personas.title, lookUp(map.personas, id))))),
    either(channels.map(channel => channelName(map.quotes, channel))),
    either(sources.map(id => (id === null ? 'No source' : titleOf(KINDS.sources.title, lookUp(map.sources, id))))),
    either(states.map(stateWords)),
    span(from, to),
  ]
    .filter(Boolean)
    .join(' · ')
}

function either(words: readonly string[]): string {
  return words.join(' or ')
}

function titleOf<T>(title: (record: T) => string, record: T | undefined): string {
  return record === undefined ? 'no longer on the map' : title(record)
}

/** As it was first written. */
function channelName(quotes: MapDocument['quotes'], channel: string): string {
  if (sameChannel(channel) === '') return 'No channel'
  const wanted = sameChannel(channel)
  return quotes.find(quote => sameChannel(quote.channel) === wanted)?.channel.trim() ?? channel
}

function span(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `from ${dayWords(from)} to ${dayWords(to)}`
  if (from !== null) return `since ${dayWords(from)}`
  return to === null ? '' : `until ${dayWords(to)}`
}
