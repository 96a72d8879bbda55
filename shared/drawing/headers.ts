import { KINDS, type Lane, type Stage } from '../model/kinds.ts'
import { LANE_HEADER_WIDTH, STAGE_HEADER_HEIGHT } from '../model/layout/MapLayout.ts'
import { enlarged } from './enlarged.ts'
import { feelingY } from './feelings.ts'
import type { Group, Primitive } from './scene.ts'
import { translated } from './shapes.ts'
import { lineHeight, type Measure, wrap } from './text.ts'
import { feelingToken, TYPE } from './theme.ts'
import { label, linesAt, paragraph } from './words.ts'

const PADDING = 20

/** A stage's name over its column, at 0, 0, in as many lines as there is room for. */
export function drawStageHeader(stage: Stage, width: number, measure: Measure, text = 1): Group {
  const height = STAGE_HEADER_HEIGHT / text
  const room = (width - 2 * PADDING) / text
  const most = Math.max(1, Math.floor((height - 6) / lineHeight(TYPE.stageName)))
  const lines = wrap(KINDS.stages.title(stage), TYPE.stageName, room, most, measure)
  const top = height - 6 - lines.length * lineHeight(TYPE.stageName)
  const color = stage.name.trim() === '' ? 'second' : 'ink'
  const words = linesAt(lines, TYPE.stageName, color, PADDING / text, Math.max(4 / text, top), room)
  const items = enlarged(words, text)
  return { type: 'group', kind: 'stage', id: stage.id, x: 0, y: 0, width, height: STAGE_HEADER_HEIGHT, items }
}

/** What a computed lane shows, said under its name. */
const CAPTIONS: { readonly [K in Lane['kind']]?: string } = {
  feelings: 'dashed: we assume, solid: customers said',
  pains: 'the worst first',
  voices: 'in customers’ words',
}

/** A lane's name beside its row, at 0, 0. */
export function drawLaneHeader(lane: Lane, height: number, measure: Measure, text = 1): Group {
  const width = LANE_HEADER_WIDTH
  const color = lane.name.trim() === '' ? 'second' : 'ink'
  const scale = lane.kind === 'feelings' ? feelingScale(height, measure, text) : []
  const left = PADDING / text
  const room = width / text - left - (scale.length > 0 ? 40 : 12)
  const title = paragraph(KINDS.lanes.title(lane), TYPE.cardTitle, color, left, 18, room, 4, measure)
  const words: Primitive[] = [...title.items]
  const caption = CAPTIONS[lane.kind]
  if (caption) {
    words.push(...paragraph(caption, TYPE.small, 'second', left, 18 + title.height + 4, room, 4, measure).items)
  }
  const items = [...enlarged(words, text), ...scale]
  return { type: 'group', kind: 'lane', id: lane.id, x: 0, y: 0, width, height, items }
}

/** The steps that the curves are read against, at the right edge of the header. */
function feelingScale(height: number, measure: Measure, text: number): Primitive[] {
  const steps = [
    [2, '+2'],
    [0, '0'],
    [-2, '−2'],
  ] as const
  return steps.flatMap(([feeling, words]) => {
    const line = label(words, TYPE.small, feelingToken(feeling), 0, -lineHeight(TYPE.small) / 2, measure, 'right')
    return translated(enlarged([line], text), LANE_HEADER_WIDTH - 12, feelingY(feeling, height))
  })
}
