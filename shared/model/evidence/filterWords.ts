import { KINDS } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { sameChannel, type WordsFilter } from './filter.ts'
import { dayWords, KIND_WORDS } from './quoteWords.ts'
import { statusWords } from './sentence.ts'

type Named = Pick<MapDocument, 'map' | 'personas' | 'sources' | 'quotes'>

/** Which words a filter lets pass, such as `Wish · Parents or No persona · Phone · since 3 Mar 2026`. */
export function filterWords(filter: WordsFilter, map: Named): string {
  const { personas, channels, sources, kinds, states, from, to } = filter
  const stateWords = (state: (typeof states)[number]) =>
    state === null ? 'about no claim' : `claim: ${statusWords(state, map.map.voicesNeeded).label}`
  const persona = named(map.personas, KINDS.personas.title)
  const source = named(map.sources, KINDS.sources.title)
  return [
    either(kinds.map(kind => KIND_WORDS[kind])),
    either(personas.map(id => (id === null ? 'No persona' : persona(id)))),
    either(channels.map(channel => channelName(map.quotes, channel))),
    either(sources.map(id => (id === null ? 'No source' : source(id)))),
    either(states.map(stateWords)),
    span(from, to),
  ]
    .filter(Boolean)
    .join(' · ')
}

function either(words: readonly string[]): string {
  return words.join(' or ')
}

function named<T extends { id: string }>(records: readonly T[], title: (record: T) => string): (id: string) => string {
  return id => {
    const record = records.find(one => one.id === id)
    return record === undefined ? 'no longer on the map' : title(record)
  }
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
