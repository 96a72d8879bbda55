import { oneOf, optionalOneOf, text, whole } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { TITLE } from '../limits.ts'

export const LANE_KINDS = [
  'steps',
  'frontstage',
  'backstage',
  'support',
  'text',
  'images',
  'feelings',
  'pains',
  'opportunities',
  'voices',
] as const
export type LaneKind = (typeof LANE_KINDS)[number]

/** What a lane of this kind shows: touchpoints, notes, or something computed that nobody types. */
export function laneHolds(kind: LaneKind): 'touchpoints' | 'notes' | 'computed' {
  switch (kind) {
    case 'steps':
    case 'frontstage':
      return 'touchpoints'
    case 'backstage':
    case 'support':
    case 'text':
    case 'images':
      return 'notes'
    case 'feelings':
    case 'pains':
    case 'opportunities':
    case 'voices':
      return 'computed'
  }
}

/** A row of one kind of information. `height` in map units is the least height; rows grow with their content. */
export const lanes = defineKind({
  name: 'lanes',
  storage: 'fields',
  fields: {
    name: text(TITLE, { typed: true }),
    kind: oneOf(LANE_KINDS, 'steps'),
    height: whole(40, 4000, 200),
    lineBelow: optionalOneOf(['interaction', 'visibility', 'internal']),
  },
  title: record => named(record.name, 'Unnamed lane'),
})
