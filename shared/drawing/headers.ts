import type { Lane, Stage } from '../model/kinds.ts'
import { LANE_HEADER_WIDTH, STAGE_HEADER_HEIGHT } from '../model/layout/MapLayout.ts'
import type { Group, Primitive } from './scene.ts'
import { lineHeight, type Measure, wrap } from './text.ts'
import { TYPE } from './theme.ts'
import { linesAt, paragraph } from './words.ts'

const PADDING = 20

/** A stage's name over its column, at 0, 0. */
export function drawStageHeader(stage: Pick<Stage, 'id' | 'name'>, width: number, measure: Measure): Group {
  const height = STAGE_HEADER_HEIGHT
  const name = stage.name.trim()
  const room = width - 2 * PADDING
  const lines = wrap(name || 'Unnamed stage', TYPE.stageName, room, 2, measure)
  const top = height - 6 - lines.length * lineHeight(TYPE.stageName)
  const items = linesAt(lines, TYPE.stageName, name === '' ? 'second' : 'ink', PADDING, Math.max(4, top), room)
  return { type: 'group', kind: 'stage', id: stage.id, x: 0, y: 0, width, height, items }
}

/** What a computed lane shows, said under its name. */
const CAPTIONS: { readonly [K in Lane['kind']]?: string } = {
  pains: 'by severity',
  voices: 'in customers’ words',
}

/** A lane's name beside its row, at 0, 0. */
export function drawLaneHeader(lane: Pick<Lane, 'id' | 'name' | 'kind'>, height: number, measure: Measure): Group {
  const width = LANE_HEADER_WIDTH
  const name = lane.name.trim()
  const room = width - PADDING - 12
  const title = paragraph(
    name || 'Unnamed lane',
    TYPE.cardTitle,
    name === '' ? 'second' : 'ink',
    PADDING,
    18,
    room,
    4,
    measure,
  )
  const items: Primitive[] = [...title.items]
  const caption = CAPTIONS[lane.kind]
  if (caption) {
    items.push(...paragraph(caption, TYPE.small, 'second', PADDING, 18 + title.height + 2, room, 3, measure).items)
  }
  return { type: 'group', kind: 'lane', id: lane.id, x: 0, y: 0, width, height, items }
}
