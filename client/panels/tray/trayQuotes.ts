import { voiceOf } from '#shared/model/evidence/voice.ts'
import { JOURNEY } from '#shared/model/ids.ts'
import { KINDS, type Quote } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { QuoteKind } from '#shared/model/records/quotes.ts'
import { lookUp } from '../../store/lookUp.ts'

/** What of all quotes the tray shows. No kinds means every kind. */
export type TrayFilter = { placed: 'unplaced' | 'all'; kinds: ReadonlySet<QuoteKind> }

export const FIRST_FILTER: TrayFilter = { placed: 'unplaced', kinds: new Set() }

/** Every quote that may be shown: words of customers who withdrew are not. */
export function spokenQuotes({ quotes, customers }: MapDocument): readonly Quote[] {
  const shown = quotes.filter(quote => voiceOf(quote, lookUp(customers, quote.customer)) !== null)
  return shown.length === quotes.length ? quotes : shown
}

/**
 * The quotes that the tray lists. `found` are the ids that a search found, best first, or null when nobody searches:
 * then unplaced quotes come first, both parts in the order of the map.
 */
export function trayQuotes(
  quotes: readonly Quote[],
  unplaced: ReadonlySet<string>,
  { placed, kinds }: TrayFilter,
  found: readonly string[] | null,
): readonly Quote[] {
  const shown = quotes.filter(
    quote => (placed === 'all' || unplaced.has(quote.id)) && (kinds.size === 0 || kinds.has(quote.kind)),
  )
  if (found !== null) {
    const byId = new Map(shown.map(quote => [quote.id, quote]))
    return found.flatMap(id => byId.get(id) ?? [])
  }
  if (placed === 'unplaced') return shown
  return [...shown.filter(({ id }) => unplaced.has(id)), ...shown.filter(({ id }) => !unplaced.has(id))]
}

/** Where a quote lies, in words. */
export function whereWords(map: MapDocument, { id, touchpoint, about }: Quote): string {
  const on = lookUp(map.touchpoints, touchpoint)
  if (on) return `On “${KINDS.touchpoints.title(on)}”`
  const stage = lookUp(map.stages, about)
  if (stage) return `About the stage “${KINDS.stages.title(stage)}”`
  if (about === JOURNEY) return 'About the whole journey'
  const excerpt = map.excerpts.find(candidate => candidate.quote === id && candidate.touchpoint !== null)
  const part = lookUp(map.touchpoints, excerpt?.touchpoint)
  return part ? `In part on “${KINDS.touchpoints.title(part)}”` : 'In the tray'
}
