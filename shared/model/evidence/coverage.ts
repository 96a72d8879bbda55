import { append } from '../../util/append.ts'
import type { MapDocument } from '../MapDocument.ts'
import { laneHolds } from '../records/lanes.ts'
import type { EvidenceIndex } from './EvidenceIndex.ts'
import { dayOf } from './filter.ts'
import { monthsBefore } from './tally.ts'

/** How well a part of the map is covered: by nobody, one customer, fewer than the map needs, or as many. */
export type Level = 'empty' | 'single' | 'few' | 'enough'

/** The voices in one part of the map. */
export type Covered = {
  /** Different customers. */
  readonly customers: number
  readonly level: Level
  /** The last ISO day on which any of them spoke; null where nobody did or nobody knows when. */
  readonly newest: string | null
  /** Everything that was said there is older than the map accepts. */
  readonly stale: boolean
  /** Ids of the touchpoints in it. */
  readonly touchpoints: readonly string[]
}

/** One row of voices by stage, in the order of the stages. */
export type CoverageRow = { readonly id: string | null; readonly cells: readonly Covered[] }

export type Coverage = {
  /** A row for each lane that holds touchpoints; `id` is the lane's. */
  readonly lanes: readonly CoverageRow[]
  /** A row for each persona, and with `id` null for customers of none where there are any. */
  readonly personas: readonly CoverageRow[]
}

/** Which stages were heard about, lane by lane and persona by persona; `today` is an ISO day. */
export function coverage(map: MapDocument, evidence: EvidenceIndex, today: string): Coverage {
  const spoken = wordsByTouchpoint(map, evidence)
  const oldBefore = monthsBefore(today, map.map.staleAfterMonths)
  const cover = (touchpoints: readonly string[], persona?: string | null) =>
    coveredBy(touchpoints, spoken, map.map.voicesNeeded, oldBefore, persona)

  const cells = new Map<string, string[]>()
  const stages = new Map<string, string[]>()
  for (const { id, stage, lane } of map.touchpoints) {
    append(cells, JSON.stringify([stage, lane]), id)
    append(stages, stage, id)
  }
  const holding = map.lanes.filter(({ kind }) => laneHolds(kind) === 'touchpoints')
  const lanes = holding.map(lane => ({
    id: lane.id,
    cells: map.stages.map(stage => cover(cells.get(JSON.stringify([stage.id, lane.id])) ?? [])),
  }))
  const rowOf = (persona: string | null): CoverageRow => ({
    id: persona,
    cells: map.stages.map(stage => cover(stages.get(stage.id) ?? [], persona)),
  })
  const named = map.personas.map(({ id }) => rowOf(id))
  const others = rowOf(null)
  return { lanes, personas: others.cells.some(({ customers }) => customers > 0) ? [...named, others] : named }
}

type Words = { readonly customer: string; readonly persona: string | null; readonly day: string | null }

function wordsByTouchpoint(map: MapDocument, evidence: EvidenceIndex): ReadonlyMap<string, readonly Words[]> {
  const personaOf = new Map(map.customers.map(({ id, persona }) => [id, persona]))
  const sourceOf = new Map(map.sources.map(source => [source.id, source]))
  return new Map(
    map.touchpoints.map(({ id }) => {
      const heard = evidence.customersOn(id)
      const words = evidence.quotesOn(id).flatMap(quote => {
        const { customer, how, source } = quote
        if (customer === null || how === 'recalled' || !heard.has(customer)) return []
        return [{ customer, persona: personaOf.get(customer) ?? null, day: dayOf(quote, sourceOf.get(source ?? '')) }]
      })
      return [id, words]
    }),
  )
}

function coveredBy(
  touchpoints: readonly string[],
  spoken: ReadonlyMap<string, readonly Words[]>,
  needed: number,
  oldBefore: string,
  persona: string | null | undefined,
): Covered {
  const customers = new Set<string>()
  let newest: string | null = null
  let stale = true
  for (const touchpoint of touchpoints) {
    for (const words of spoken.get(touchpoint) ?? []) {
      if (persona !== undefined && words.persona !== persona) continue
      customers.add(words.customer)
      if (words.day === null || words.day >= oldBefore) stale = false
      if (words.day !== null && words.day > (newest ?? '')) newest = words.day
    }
  }
  const { size } = customers
  return { customers: size, level: levelOf(size, needed), newest, stale: stale && size > 0, touchpoints }
}

function levelOf(customers: number, needed: number): Level {
  if (customers === 0) return 'empty'
  if (customers >= needed) return 'enough'
  return customers === 1 ? 'single' : 'few'
}
