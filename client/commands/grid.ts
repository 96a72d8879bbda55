import { add, type FieldsOf, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { CARD_GAP, CARD_WIDTH, STAGE_WIDTH } from '#shared/model/layout/MapLayout.ts'
import type { LaneKind } from '#shared/model/records/lanes.ts'
import type { OpenMap } from '../store/MapContext.tsx'

type GridKind = 'stages' | 'lanes'

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

/** Map units: the widest stage. */
export const WIDEST = 4_000

/** Makes a stage wider or narrower by one card. */
export function widen(open: OpenMap, id: string, by: 1 | -1): void {
  const stage = open.map.getState().map.stages.find(one => one.id === id)
  if (!stage) return
  const width = Math.max(STAGE_WIDTH, stage.width) + by * (CARD_WIDTH + CARD_GAP)
  changeStage(open, id, { width: Math.min(WIDEST, Math.max(STAGE_WIDTH, width)) })
}

/** Changes fields of a stage or a lane. */
export function changeStage(open: OpenMap, id: string, fields: FieldsOf<'stages'>): void {
  open.session.apply([set('stages', id, fields)])
}
export function changeLane(open: OpenMap, id: string, fields: FieldsOf<'lanes'>): void {
  open.session.apply([set('lanes', id, fields)])
}
