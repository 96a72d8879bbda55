import type { WordsFilter } from '#shared/model/evidence/filter.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { dayWords } from '../quotes/quoteWords.ts'
import type { OtherMap } from './otherMap.ts'

/** What stands on one side: words of this map, or another map with all of its words. */
export type Chosen =
  | { readonly of: 'all' }
  /** null: of customers of no persona. */
  | { readonly of: 'persona'; readonly persona: string | null }
  /** ISO days; null: open at that end. */
  | { readonly of: 'time'; readonly from: string | null; readonly to: string | null }
  | { readonly of: 'map'; readonly id: string; readonly name: string; readonly read: OtherMap | null }
  | { readonly of: 'file'; readonly name: string; readonly read: OtherMap | null }

/** The filter under which words of this map count on a side. */
export function filterFor(chosen: Chosen, filter: WordsFilter): WordsFilter {
  switch (chosen.of) {
    case 'persona':
      return { ...filter, personas: [chosen.persona] }
    case 'time':
      return { ...filter, from: chosen.from, to: chosen.to }
    default:
      return filter
  }
}

/** What a side is called. */
export function sideWords(chosen: Chosen, map: MapDocument): string {
  switch (chosen.of) {
    case 'all':
      return map.map.state === 'future' ? 'This map (future state)' : 'This map, everybody'
    case 'persona': {
      const persona = map.personas.find(({ id }) => id === chosen.persona)
      return persona ? KINDS.personas.title(persona) : 'No persona'
    }
    case 'time': {
      const { from, to } = chosen
      if (from !== null && to !== null) return `${dayWords(from)} – ${dayWords(to)}`
      return from !== null ? `Since ${dayWords(from)}` : to !== null ? `Until ${dayWords(to)}` : 'Any time'
    }
    default: {
      const name = chosen.name || 'Another map'
      return chosen.read?.ok && chosen.read.map.map.state === 'future' ? `${name} (future state)` : name
    }
  }
}

/** Two things that are worth comparing to begin with: the first two personas, else before and since a year ago. */
export function firstSides({ personas }: MapDocument, today: string): readonly [Chosen, Chosen] {
  const [one, other] = personas
  if (one && other) {
    return [
      { of: 'persona', persona: one.id },
      { of: 'persona', persona: other.id },
    ]
  }
  const year = `${Number(today.slice(0, 4)) - 1}${today.slice(4, 8)}01`
  const before = new Date(Date.parse(`${year}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return [
    { of: 'time', from: null, to: before },
    { of: 'time', from: year, to: null },
  ]
}
