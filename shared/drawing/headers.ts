import { KINDS, type Lane, type Stage } from '../model/kinds.ts'
import { LANE_HEADER_WIDTH, STAGE_HEADER_HEIGHT } from '../model/layout/MapLayout.ts'
import { feelingY } from './feelings.ts'
import type { Group, Primitive } from './scene.ts'
import { lineHeight, type Measure, wrap } from './text.ts'
import { feelingToken, TYPE } from './theme.ts'
import { label, linesAt, paragraph } from './words.ts'

const PADDING = 20

/** A stage's name over its column, at 0, 0. */
export function drawStageHeader(stage: Stage, width: number, measure: Measure): Group {
  const height = STAGE_HEADER_HEIGHT
  const room = width - 2 * PADDING
  const lines = wrap(KINDS.stages.title(stage), TYPE.stageName, room, 2, measure)
  const top = height - 6 - lines.length * lineHeight(TYPE.stageName)
  const color = stage.name.trim() === '' ? 'second' : 'ink'
  const items = linesAt(lines, TYPE.stageName, color, PADDING, Math.max(4, top), room)
  return { type: 'group', kind: 'stage', id: stage.id, x: 0, y: 0, width, height, items }
}

/** What a computed lane shows, said under its name. */
const CAPTIONS: { readonly [K in Lane['kind']]?: string } = {
  feelings: 'dashed: we assume, solid: customers said',
  pains: 'the worst first',
  voices: 'in customers’ words',
}

/** A lane's name beside its row, at 0, 0. */
export function drawLaneHeader(lane: Lane, height: number, measure: Measure): Group {
  const width = LANE_HEADER_WIDTH
  const color = lane.name.trim() === '' ? 'second' : 'ink'
  const scale = lane.kind === 'feelings' ? feelingScale(height, measure) : []
  const room = width - PADDING - (scale.length > 0 ? 40 : 12)
  const title = paragraph(KINDS.lanes.title(lane), TYPE.cardTitle, color, PADDING, 18, room, 4, measure)
  const items: Primitive[] = [...title.items, ...scale]
  const caption = CAPTIONS[lane.kind]
  if (caption) {
    items.push(...paragraph(caption, TYPE.small, 'second', PADDING, 18 + title.height + 4, room, 4, measure).items)
  }
  return { type: 'group', kind: 'lane', id: lane.id, x: 0, y: 0, width, height, items }
}

/** The steps that the curves are read against, at the right edge of the header. */
function feelingScale(height: number, measure: Measure): Primitive[] {
  const steps = [
    [2, '+2'],
    [0, '0'],
    [-2, '−2'],
  ] as const
  return steps.map(([feeling, text]) => {
    const y = feelingY(feeling, height) - lineHeight(TYPE.small) / 2
    return label(text, TYPE.small, feelingToken(feeling), LANE_HEADER_WIDTH - 12, y, measure, 'right')
  })
}
