import type { EvidenceIndex } from '../model/evidence/EvidenceIndex.ts'
import type { Lane, Opportunity, Quote, Touchpoint } from '../model/kinds.ts'
import type { MapLayout } from '../model/layout/MapLayout.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { laneHolds } from '../model/records/lanes.ts'
import { drawFeelings, type FeelingPoint } from './feelings.ts'
import { type CellContent, drawOpportunities, drawPains, drawVoices } from './lists.ts'
import type { Group } from './scene.ts'
import { translated } from './shapes.ts'
import type { Measure } from './text.ts'

/** What the lanes show that nobody types. One such object belongs to one state of a map. */
export type ComputedLanes = {
  /** The height that a lane's content needs in a stage of this width; 0 where nothing sets one. */
  height(lane: string, stage: string, width: number): number
  /** The content of one computed lane, where its row lies; null for lanes of other kinds. */
  draw(lane: string, layout: MapLayout): Group | null
}

const MOST_VOICES = 2

/** Prepares the computed lanes of a map. Each cell is drawn when first asked for. */
export function computedLanes(map: MapDocument, evidence: EvidenceIndex, measure: Measure): ComputedLanes {
  const lanes = new Map(map.lanes.map(lane => [lane.id, lane]))
  const onStage = Map.groupBy(map.touchpoints, touchpoint => touchpoint.stage)
  const opportunities = opportunitiesByStage(map)
  const staff = new Set(map.customers.filter(customer => customer.side === 'staff').map(customer => customer.id))
  const drawn = new Map<string, CellContent>()

  const content = (lane: Lane, stage: string, width: number): CellContent => {
    const key = JSON.stringify([lane.kind, stage, width])
    const known = drawn.get(key)
    if (known) return known
    const fresh = compute(lane, stage, width)
    drawn.set(key, fresh)
    return fresh
  }

  const compute = (lane: Lane, stage: string, width: number): CellContent => {
    const touchpoints = onStage.get(stage) ?? []
    switch (lane.kind) {
      case 'pains':
        return drawPains(
          touchpoints.flatMap(touchpoint => evidence.painsOn(touchpoint.id)),
          width,
          measure,
        )
      case 'opportunities':
        return drawOpportunities(opportunities.get(stage) ?? [], width, measure)
      case 'voices':
        return drawVoices(
          { ...voicesOf(touchpoints, evidence, staff), customersOnMap: evidence.customersOnMap },
          width,
          measure,
        )
      default:
        return { items: [], height: 0 }
    }
  }

  return {
    height(id, stage, width) {
      const lane = lanes.get(id)
      return lane ? content(lane, stage, width).height : 0
    },
    draw(id, layout) {
      const lane = lanes.get(id)
      const row = layout.rows.find(row => row.lane === id)
      if (!lane || !row || laneHolds(lane.kind) !== 'computed') return null
      const last = layout.columns.at(-1)
      const rect = { x: 0, y: row.y, width: last ? last.x + last.width : 0, height: row.height }
      if (lane.kind === 'feelings') {
        const points = feelingPoints(layout, onStage, evidence)
        const needed = map.map.voicesNeeded
        return {
          ...drawFeelings({ lane: id, needed, points, width: rect.width, height: row.height }, measure),
          ...rect,
        }
      }
      const items = layout.columns.flatMap(column =>
        translated(content(lane, column.stage, column.width).items, column.x, 0),
      )
      return { type: 'group', kind: 'content', id, ...rect, items }
    },
  }
}

/** Spread evenly over their stage, in the order of the map: stacked cards share one x, the curve must not. */
function feelingPoints(
  layout: MapLayout,
  onStage: ReadonlyMap<string, readonly Touchpoint[]>,
  evidence: EvidenceIndex,
): FeelingPoint[] {
  return layout.columns.flatMap(column => {
    const felt = (onStage.get(column.stage) ?? [])
      .map(({ id }) => ({ touchpoint: id, assumed: evidence.assumedFeeling(id), heard: evidence.heardFeeling(id) }))
      .filter(point => point.assumed !== null || point.heard !== null)
    return felt.map((point, index) => ({ ...point, x: column.x + (column.width * (index + 0.5)) / felt.length }))
  })
}

/** An opportunity stands where its touchpoint is, or else where the first of its pains hurts. */
function opportunitiesByStage(map: MapDocument): Map<string, Opportunity[]> {
  const stageOf = new Map(map.touchpoints.map(touchpoint => [touchpoint.id, touchpoint.stage]))
  const painAt = new Map(map.painPoints.map(pain => [pain.id, pain.touchpoint]))
  return Map.groupBy(map.opportunities, ({ touchpoint, painPoints }) => {
    const places = [touchpoint, ...painPoints.map(pain => painAt.get(pain) ?? null)]
    return places.map(place => stageOf.get(place ?? '')).find(stage => stage !== undefined) ?? ''
  })
}

/** Different customers heard in a stage, and words of theirs that stand on no card yet, of different people. */
function voicesOf(touchpoints: readonly Touchpoint[], evidence: EvidenceIndex, staff: ReadonlySet<string>) {
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
