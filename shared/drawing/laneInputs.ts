import type { EvidenceIndex } from '../model/evidence/EvidenceIndex.ts'
import type { Opportunity, Quote, Touchpoint } from '../model/kinds.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { append } from '../util/append.ts'

const MOST_VOICES = 2

/** What a touchpoint adds to the curves of its stage. */
export type Felt = {
  readonly touchpoint: string
  readonly assumed: number | null
  readonly heard: ReturnType<EvidenceIndex['heardFeeling']>
}

/** The touchpoints of one stage about whose feelings anything is known, in the order of the map. */
export function feltOn(touchpoints: readonly Touchpoint[], evidence: EvidenceIndex): Felt[] {
  return touchpoints
    .map(({ id }) => ({ touchpoint: id, assumed: evidence.assumedFeeling(id), heard: evidence.heardFeeling(id) }))
    .filter(point => point.assumed !== null || point.heard !== null)
}

/** An opportunity stands where its touchpoint is, or else where the first of its pains hurts. */
export function opportunitiesByStage(map: MapDocument): ReadonlyMap<string, readonly Opportunity[]> {
  const byStage = new Map<string, Opportunity[]>()
  if (map.opportunities.length === 0) return byStage
  const stageOf = new Map(map.touchpoints.map(touchpoint => [touchpoint.id, touchpoint.stage]))
  const painAt = new Map(map.painPoints.map(pain => [pain.id, pain.touchpoint]))
  for (const opportunity of map.opportunities) {
    const { touchpoint, painPoints } = opportunity
    const places = [touchpoint, ...painPoints.map(pain => painAt.get(pain) ?? null)]
    const stage = places.map(place => stageOf.get(place ?? '')).find(found => found !== undefined) ?? ''
    append(byStage, stage, opportunity)
  }
  return byStage
}

/** Different customers heard in a stage, and words of theirs that stand on no card yet, of different people. */
export function voicesOn(touchpoints: readonly Touchpoint[], evidence: EvidenceIndex, staff: ReadonlySet<string>) {
  const customers = new Set<string>()
  const onCards = new Set<string>()
  const others = new Map<string, Quote>()
  for (const { id } of touchpoints) for (const { quote } of evidence.cardQuotes(id)) onCards.add(quote.id)
  for (const { id } of touchpoints) {
    for (const quote of evidence.quotesOn(id)) {
      if (quote.how === 'recalled' || quote.customer === null || staff.has(quote.customer)) continue
      customers.add(quote.customer)
      // Of a quote that lies here only by an excerpt, the rest may be about something else.
      const whole = quote.touchpoint === id
      if (whole && !onCards.has(quote.id) && !others.has(quote.customer)) others.set(quote.customer, quote)
    }
  }
  const newest = [...others.values()].sort((a, b) => compare(b.saidOn ?? '', a.saidOn ?? ''))
  return { customers: customers.size, quotes: newest.slice(0, MOST_VOICES) }
}

/** By code units, the same on every machine; ISO days sort by time. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
