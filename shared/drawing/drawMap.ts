import type { EvidenceIndex } from '../model/evidence/EvidenceIndex.ts'
import { KINDS } from '../model/kinds.ts'
import { noteGroups } from '../model/layout/groups.ts'
import { layout } from '../model/layout/layout.ts'
import { CARD_WIDTH, type MapLayout, type Rect, type Size, type Sizes, union } from '../model/layout/MapLayout.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { type ComputedLanes, computedLanes } from './computedLanes.ts'
import { drawFrame } from './frame.ts'
import { drawGrid } from './grid.ts'
import { drawLaneHeader, drawStageHeader } from './headers.ts'
import { drawLink, drawLinkLabel } from './link.ts'
import { drawNote, drawNoteGroup } from './note.ts'
import { type Group, moved, type Scene } from './scene.ts'
import type { Measure } from './text.ts'
import { drawTouchpoint } from './touchpoint.ts'
import { touchpointFace } from './touchpointFace.ts'
import { UNSORTED } from './unsorted.ts'

export type DrawOptions = {
  /** Puts title, facts, sources and legend around the map, as pictures that leave the tool carry them. ISO day. */
  readonly frame?: { readonly asOf: string }
  /** How large the text of the map is, 1 being the usual size: the map is laid out with it, nothing is scaled. */
  readonly text?: number
}

const PADDING = 24

/** Draws a whole map. The same map, evidence and widths give the same scene everywhere. */
export function drawMap(
  map: MapDocument,
  evidence: EvidenceIndex,
  measure: Measure,
  options: DrawOptions = {},
): Scene & { readonly layout: MapLayout } {
  const { text = 1 } = options
  const cards = cardsOf(map, evidence, measure, text)
  const lanes = computedLanes(map, evidence, measure, text)
  const placed = layout(map, { ...cards.sizes, computed: lanes.height, laneScale: text, apart: text > 1 })
  const arrows = links(map, placed, measure, text)
  const items: Group[] = [
    drawGrid(placed, map.lanes, measure, text),
    ...headers(map, placed, measure, text),
    ...contents(map, placed, lanes),
    ...[...placed.groups].map(([id, { frame }]) => drawNoteGroup(id, frame)),
    ...arrows.lines,
    ...cards.draw(placed),
    ...arrows.labels,
  ]
  const around = items.reduce<Rect>((bounds, item) => union(bounds, item), placed.bounds)
  const padded = {
    x: around.x - PADDING,
    y: around.y - PADDING,
    width: around.width + 2 * PADDING,
    height: around.height + 2 * PADDING,
  }
  if (!options.frame) return { ...padded, background: 'paper', items, layout: placed }
  const frame = drawFrame(map, evidence, around, options.frame.asOf, measure)
  return { ...frame.bounds, background: 'paper', items: [...frame.items, ...items], layout: placed }
}

/** Draws each card once per width: its drawing is also what tells its size. */
function cardsOf(map: MapDocument, evidence: EvidenceIndex, measure: Measure, text: number) {
  const touchpoints = new Map(map.touchpoints.map(touchpoint => [touchpoint.id, touchpoint]))
  const headings = noteGroups(map.notes)
  const notes = new Map(map.notes.map(note => [note.id, drawNote(note, measure, headings.has(note.id), text)]))
  const drawn = new Map<string, Map<number, Group>>()
  const needed = map.map.voicesNeeded
  const card = (id: string, width: number): Group | undefined => {
    const touchpoint = touchpoints.get(id)
    if (!touchpoint) return undefined
    const widths = drawn.get(id) ?? new Map<number, Group>()
    drawn.set(id, widths)
    const group =
      widths.get(width) ?? drawTouchpoint(touchpointFace(touchpoint, evidence, needed), measure, width, text)
    widths.set(width, group)
    return group
  }
  const none: Size = { width: 0, height: 0 }
  const sizes: Sizes = {
    touchpoint: (id, width = CARD_WIDTH) => card(id, width) ?? none,
    note: id => notes.get(id) ?? none,
  }
  const draw = (placed: MapLayout): Group[] => {
    const groups: Group[] = []
    for (const { id } of map.notes) {
      const [group, rect] = [notes.get(id), placed.notes.get(id)]
      if (group && rect) groups.push(moved(group, rect.x, rect.y))
    }
    for (const { id } of map.touchpoints) {
      const rect = placed.touchpoints.get(id)
      const group = rect && card(id, rect.width)
      if (group) groups.push(moved(group, rect.x, rect.y))
    }
    return groups
  }
  return { sizes, draw }
}

function headers(map: MapDocument, placed: MapLayout, measure: Measure, text: number): Group[] {
  const stages = map.stages.flatMap(stage => {
    const rect = placed.stageHeaders.get(stage.id)
    return rect ? [moved(drawStageHeader(stage, rect.width, measure, text), rect.x, rect.y)] : []
  })
  const lanes = map.lanes.flatMap(lane => {
    const rect = placed.laneHeaders.get(lane.id)
    return rect ? [moved(drawLaneHeader(lane, rect.height, measure, text), rect.x, rect.y)] : []
  })
  if (!placed.unsorted) return [...stages, ...lanes]
  const { header } = placed.unsorted
  const unsorted = drawLaneHeader(KINDS.lanes.make({ id: '', name: UNSORTED }), header.height, measure, text)
  return [...stages, ...lanes, moved(unsorted, header.x, header.y)]
}

function contents(map: MapDocument, placed: MapLayout, lanes: ComputedLanes): Group[] {
  return map.lanes.map(lane => lanes.draw(lane.id, placed)).filter(group => group !== null)
}

function links(
  map: MapDocument,
  placed: MapLayout,
  measure: Measure,
  text: number,
): { lines: Group[]; labels: Group[] } {
  const rectOf = (id: string) => placed.touchpoints.get(id) ?? placed.notes.get(id)
  const lines: Group[] = []
  const labels: Group[] = []
  for (const link of map.links) {
    const from = rectOf(link.from)
    const to = rectOf(link.to)
    if (!from || !to) continue
    lines.push(drawLink(link, from, to, text))
    const label = drawLinkLabel(link, from, to, measure, text)
    if (label) labels.push(label)
  }
  return { lines, labels }
}
