import { add, type FieldsOf, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { CARD_GAP, CARD_WIDTH, STAGE_WIDTH } from '#shared/model/layout/MapLayout.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { LaneKind } from '#shared/model/records/lanes.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { shownLayout } from './shownLayout.ts'
import { textFactor, textSize } from './textSize.ts'

export type GridKind = 'stages' | 'lanes'

/** What a new lane of each kind is called until somebody renames it. */
export const LANE_NAMES: Record<LaneKind, string> = {
  steps: 'What the customer does',
  frontstage: 'Where we meet',
  backstage: 'Behind the scenes',
  support: 'Support',
  text: 'Notes',
  images: 'Pictures',
  feelings: 'How it feels',
  pains: 'Pain points',
  opportunities: 'Opportunities',
  voices: 'Voices heard',
}

/** Adds a stage before another (null: at the end) and opens its name. Returns its id. */
export function addStage(open: OpenMap, before: string | null = null): string {
  const stage = KINDS.stages.make({ id: newId(), name: '' })
  open.session.apply([add('stages', stage, before)])
  open.view.setState({ selected: [stage.id], editing: { kind: 'stages', id: stage.id, field: 'name' } })
  return stage.id
}

/** Adds a lane before another (null: at the end), named after its kind, and opens its name. Returns its id. */
export function addLane(open: OpenMap, kind: LaneKind, before: string | null = null): string {
  const lane = KINDS.lanes.make({ id: newId(), name: LANE_NAMES[kind], kind })
  open.session.apply([add('lanes', lane, before)])
  open.view.setState({ selected: [lane.id], editing: { kind: 'lanes', id: lane.id, field: 'name' } })
  return lane.id
}

/** Moves a stage or lane by whole places: −1 is one to the front. */
export function shift(open: OpenMap, kind: GridKind, id: string, by: number): void {
  const list: { id: string }[] = open.map.getState().map[kind]
  const index = list.findIndex(record => record.id === id)
  const others = list.filter(record => record.id !== id)
  const target = Math.min(others.length, Math.max(0, index + by))
  if (index < 0 || target === index) return
  open.session.apply([{ do: 'move', kind, id, before: others[target]?.id ?? null }])
}

/** Puts a stage or lane before another (null: at the end). */
export function moveBefore(open: OpenMap, kind: GridKind, id: string, before: string | null): void {
  if (id !== before) open.session.apply([{ do: 'move', kind, id, before }])
}

/** Map units between which a stage's width and a lane's least height lie, and by how much a press changes them. */
export const SIZES = {
  stages: { least: STAGE_WIDTH, most: 4_000, step: CARD_WIDTH + CARD_GAP },
  lanes: { least: 40, most: 4_000, step: 80 },
} as const

/** What making them larger and smaller is called. */
export const SIZE_WORDS = {
  stages: { more: 'Wider', less: 'Narrower' },
  lanes: { more: 'Taller', less: 'Lower' },
} as const

function sizeOf(map: MapDocument, kind: GridKind, id: string): number {
  const { least } = SIZES[kind]
  if (kind === 'stages') return Math.max(least, map.stages.find(stage => stage.id === id)?.width ?? 0)
  return map.lanes.find(lane => lane.id === id)?.height ?? least
}

export function canResize(map: MapDocument, kind: GridKind, id: string, by: 1 | -1): boolean {
  const size = sizeOf(map, kind, id)
  return by > 0 ? size < SIZES[kind].most : size > SIZES[kind].least
}

/** How many times as large as it is kept a stage or lane is seen: lanes go with the size of this browser's text. */
export function enlargement(kind: GridKind): number {
  return kind === 'lanes' ? textFactor(textSize.getState()) : 1
}

/** Makes a stage as wide, or a lane at least as high, as so many map units in text of the usual size. */
export function setSize(open: OpenMap, kind: GridKind, id: string, size: number): void {
  const { least, most } = SIZES[kind]
  const within = Math.round(Math.min(most, Math.max(least, size)))
  if (kind === 'stages') changeStage(open, id, { width: within })
  else changeLane(open, id, { height: within })
}

/** Makes a stage wider or narrower by one card, a lane taller or lower by a third of one. */
export function resize(open: OpenMap, kind: GridKind, id: string, by: 1 | -1): void {
  const own = sizeOf(open.map.getState().map, kind, id)
  // A lane that its cards have made higher than it was set grows from there, so that every press is seen.
  const shown = kind === 'lanes' ? shownLayout(open)?.rows.find(({ lane }) => lane === id)?.height : undefined
  const seen = (shown ?? 0) / enlargement(kind)
  setSize(open, kind, id, (by > 0 ? Math.max(own, seen) : own) + by * SIZES[kind].step)
}

/** Changes fields of a stage or a lane. */
export function changeStage(open: OpenMap, id: string, fields: FieldsOf<'stages'>): void {
  open.session.apply([set('stages', id, fields)])
}
export function changeLane(open: OpenMap, id: string, fields: FieldsOf<'lanes'>): void {
  open.session.apply([set('lanes', id, fields)])
}
