import type { EvidenceIndex } from '../model/evidence/EvidenceIndex.ts'
import type { Lane, Touchpoint } from '../model/kinds.ts'
import { CELL_PADDING, type Column, type MapLayout, type Row } from '../model/layout/MapLayout.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { laneHolds } from '../model/records/lanes.ts'
import { Groups } from '../util/Groups.ts'
import { once } from '../util/once.ts'
import { Roll } from '../util/Roll.ts'
import { enlarged } from './enlarged.ts'
import { drawFeelings, type FeelingPoint } from './feelings.ts'
import { type Felt, feltOn, opportunitiesByStage, voicesOn } from './laneInputs.ts'
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

/** Something made of these things, which is made again only when one of them is another. */
type Made<T> = { readonly of: readonly unknown[]; readonly made: T }

/** What a cell shows: the things it is made of, and how it is drawn in this width at the usual size, from 0, 0. */
type CellSource = { readonly of: readonly unknown[]; draw(width: number): CellContent }

const NOTHING: CellSource = { of: [], draw: () => ({ items: [], height: 0 }) }

/** Prepares the computed lanes of a map. Each cell is drawn when first asked for. */
export function computedLanes(
  map: MapDocument,
  evidence: EvidenceIndex,
  measure: Measure,
  text?: number,
): ComputedLanes {
  return laneComputer(measure, text)(map, evidence, null)
}

/**
 * `computedLanes` for a map that changes: each call is told of which touchpoints the evidence may have changed (null:
 * any) and sees by identity which records did. What a stage shows is gathered again only when something in it changed,
 * and drawn again only when that is not the same as before. `text` is the size of its text, 1 being the usual one.
 */
export function laneComputer(
  measure: Measure,
  text = 1,
): (map: MapDocument, evidence: EvidenceIndex, changed: ReadonlySet<string> | null) => ComputedLanes {
  const touchpoints = new Roll<Touchpoint>()
  const onStage = new Groups<Touchpoint>(({ stage }) => stage)
  const sources = new Map<Lane['kind'], Map<string, CellSource>>()
  const felt = new Map<string, readonly Felt[]>()
  const contents = new Map<string, Made<CellContent>>()
  const drawings = new Map<string, Made<Group>>()
  let customersAre: readonly [customers: MapDocument['customers'], onMap: number] | null = null

  /** Forgets what was gathered of stages in which something changed. */
  function follow(map: MapDocument, changed: ReadonlySet<string> | null): void {
    const changes = touchpoints.follow(map.touchpoints)
    onStage.follow(map.touchpoints, changes)
    if (changed === null || changes.reordered) for (const stages of [felt, ...sources.values()]) stages.clear()
    for (const { stage } of [...changes.gone, ...changes.come]) forget(stage)
    for (const id of changed ?? []) forget(touchpoints.get(id)?.stage ?? '')
    // Where one stands may go by a pain point or a touchpoint anywhere.
    sources.get('opportunities')?.clear()
  }

  /** Voices are counted out of all customers. */
  function followCustomers(map: MapDocument, { customersOnMap }: EvidenceIndex): void {
    const now = [map.customers, customersOnMap] as const
    if (customersAre?.[0] !== now[0] || customersAre[1] !== now[1]) sources.get('voices')?.clear()
    customersAre = now
  }

  function forget(stage: string): void {
    for (const stages of [felt, ...sources.values()]) stages.delete(stage)
  }

  return (map, evidence, changed) => {
    follow(map, changed)
    if (map.lanes.some(({ kind }) => kind === 'voices')) followCustomers(map, evidence)
    const lanes = new Map(map.lanes.map(lane => [lane.id, lane]))
    const opportunities = once(() => opportunitiesByStage(map))
    const staff = once(() => new Set(map.customers.filter(({ side }) => side === 'staff').map(({ id }) => id)))

    const gather = (kind: Lane['kind'], stage: string): CellSource => {
      switch (kind) {
        case 'pains': {
          const pains = onStage.get(stage).flatMap(({ id }) => evidence.painsOn(id))
          return { of: pains, draw: width => drawPains(pains, width, measure) }
        }
        case 'opportunities': {
          const here = opportunities().get(stage) ?? []
          return { of: here, draw: width => drawOpportunities(here, width, measure) }
        }
        case 'voices': {
          const { customersOnMap } = evidence
          const { customers, quotes } = voicesOn(onStage.get(stage), evidence, staff())
          const draw = (width: number) => drawVoices({ customers, customersOnMap, quotes }, width, measure)
          return { of: [customers, customersOnMap, ...quotes], draw }
        }
        default:
          return NOTHING
      }
    }
    const content = ({ kind }: Lane, stage: string, width: number): CellContent => {
      const { of, draw } = remembered(
        remembered(sources, kind, () => new Map()),
        stage,
        () => gather(kind, stage),
      )
      return again(contents, JSON.stringify([kind, stage, width]), of, () => inCell(draw, width, text))
    }
    const drawCurves = (lane: Lane, columns: readonly Column[], row: Row, width: number): Group => {
      const { height, y } = row
      const needed = map.map.voicesNeeded
      const feltIn = ({ stage }: Column) => remembered(felt, stage, () => feltOn(onStage.get(stage), evidence))
      const points = columns.flatMap(column => spread(feltIn(column), column))
      const of = [width, height, y, needed, ...points.flatMap(point => Object.values(point))]
      return again(drawings, lane.id, of, () => {
        return {
          ...drawFeelings({ lane: lane.id, needed, points, width, height }, measure, text),
          x: 0,
          y,
          width,
          height,
        }
      })
    }

    return {
      height(id, stage, width) {
        const lane = lanes.get(id)
        return lane ? content(lane, stage, width).height : 0
      },
      draw(id, { rows, columns }) {
        const lane = lanes.get(id)
        const row = rows.find(row => row.lane === id)
        if (!lane || !row || laneHolds(lane.kind) !== 'computed') return null
        const last = columns.at(-1)
        const width = last ? last.x + last.width : 0
        if (lane.kind === 'feelings') return drawCurves(lane, columns, row, width)
        const cells = columns.map(column => content(lane, column.stage, column.width))
        const of = [columns, row.y, row.height, ...cells]
        return again(drawings, id, of, () => {
          const items = columns.flatMap((column, at) => translated(cells[at]?.items ?? [], column.x, 0))
          return { type: 'group', kind: 'content', id, x: 0, y: row.y, width, height: row.height, items }
        })
      },
    }
  }
}

/** What a cell of this width shows, set apart from its edges. */
function inCell(draw: CellSource['draw'], width: number, text: number): CellContent {
  const { items, height } = draw((width - 2 * CELL_PADDING) / text)
  if (height === 0) return { items: [], height: 0 }
  const inside = translated(enlarged(items, text), CELL_PADDING, CELL_PADDING)
  return { items: inside, height: Math.ceil(height * text) + 2 * CELL_PADDING }
}

/** Spread evenly over their stage, in the order of the map: stacked cards share one x, the curve must not. */
function spread(felt: readonly Felt[], column: Column): FeelingPoint[] {
  return felt.map((point, index) => ({ ...point, x: column.x + (column.width * (index + 0.5)) / felt.length }))
}

function remembered<K, T>(all: Map<K, T>, key: K, make: () => T): T {
  const known = all.get(key)
  if (known !== undefined) return known
  const made = make()
  all.set(key, made)
  return made
}

function again<T>(all: Map<string, Made<T>>, key: string, of: readonly unknown[], make: () => T): T {
  const known = all.get(key)
  if (known && known.of.length === of.length && known.of.every((part, at) => Object.is(part, of[at]))) return known.made
  const made = make()
  all.set(key, { of, made })
  return made
}
