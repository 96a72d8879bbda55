import { KINDS } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { lookUp } from '../../store/lookUp.ts'
import { matching } from '../finding.ts'
import { placesOf } from '../places.ts'
import { speakerWords } from '../quotes/quoteWords.ts'
import { spokenQuotes } from '../tray/trayQuotes.ts'
import { closest } from './closest.ts'
import { excerpt } from './excerpt.ts'

/**
 * Something on the map that one can go to. `reveal` is the card or header where it is seen; null for what lies in the
 * tray.
 */
export type PlaceEntry = {
  kind: 'touchpoint' | 'stage' | 'lane' | 'pain' | 'quote' | 'recalled'
  id: string
  title: string
  detail: string
  reveal: string | null
}

/** Of each kind; a word more finds the right one. */
const SHOWN = 8
/** UTF-16 code units that two lines mostly hold. */
const TWO_LINES = 150

function best<T extends { title: string }>(entries: readonly T[], wanted: string): T[] {
  return closest(entries, wanted, ({ title }) => title).slice(0, SHOWN)
}

/** What of the map fits the typed words, by kind; nothing before something was typed. */
export function findPlaces(map: MapDocument, wanted: string): { heading: string; entries: PlaceEntry[] }[] {
  if (wanted.trim() === '') return []
  return [
    { heading: 'Touchpoints', entries: touchpoints(map, wanted) },
    { heading: 'Stages', entries: headers(map, 'stages', wanted) },
    { heading: 'Lanes', entries: headers(map, 'lanes', wanted) },
    { heading: 'Pain points', entries: pains(map, wanted) },
    { heading: 'Quotes', entries: quotes(map, wanted) },
  ].filter(({ entries }) => entries.length > 0)
}

function touchpoints(map: MapDocument, wanted: string): PlaceEntry[] {
  return best(placesOf(map), wanted).map(place => ({ kind: 'touchpoint', ...place, reveal: place.id }))
}

/** Stages or lanes; only a lane’s inspector leads by key to the words behind its numbers. */
function headers(map: MapDocument, list: 'stages' | 'lanes', wanted: string): PlaceEntry[] {
  const [kind, name] = list === 'stages' ? (['stage', 'Stage'] as const) : (['lane', 'Lane'] as const)
  const titles = list === 'stages' ? map.stages.map(KINDS.stages.title) : map.lanes.map(KINDS.lanes.title)
  const all = map[list].map(({ id }, index) => ({
    id,
    title: titles[index] ?? '',
    detail: `${name} ${index + 1} of ${titles.length}`,
  }))
  return best(all, wanted).map(one => ({ kind, ...one, reveal: one.id }))
}

function pains(map: MapDocument, wanted: string): PlaceEntry[] {
  const all = map.painPoints.map(pain => ({ pain, title: KINDS.painPoints.title(pain) }))
  return best(all, wanted).map(({ pain: { id, touchpoint }, title }) => ({
    kind: 'pain',
    id,
    title,
    detail: where(map, touchpoint),
    reveal: touchpoint,
  }))
}

function quotes(map: MapDocument, wanted: string): PlaceEntry[] {
  return matching(spokenQuotes(map), wanted, ({ text }) => text, SHOWN).map(quote => ({
    kind: quote.how === 'recalled' ? 'recalled' : 'quote',
    id: quote.id,
    title: excerpt(quote.text, wanted, TWO_LINES),
    detail: `${speakerWords(lookUp(map.customers, quote.customer))} · ${where(map, quote.touchpoint)}`,
    reveal: quote.touchpoint,
  }))
}

function where(map: MapDocument, id: string | null): string {
  const touchpoint = lookUp(map.touchpoints, id)
  return touchpoint ? KINDS.touchpoints.title(touchpoint) : 'In the tray'
}
