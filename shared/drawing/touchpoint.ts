import { CARD_WIDTH } from '../model/layout/MapLayout.ts'
import { atTextSize } from './enlarged.ts'
import { drawFoot } from './foot.ts'
import { channelIcon, ICON } from './icons.ts'
import type { Group, Primitive } from './scene.ts'
import { directionOf, type Measure } from './text.ts'
import { TYPE } from './theme.ts'
import type { TouchpointFace } from './touchpointFace.ts'
import { drawVerbatim } from './verbatim.ts'
import { linesIn, paragraph } from './words.ts'

export { type TouchpointFace, touchpointFace } from './touchpointFace.ts'

const PADDING = 16
const TITLE_LINES = 3
const QUOTE_LINES = 4
const QUOTE_LINES_OF_TWO = 3
/** Room for words between the edges of a usual card. */
const USUAL = CARD_WIDTH - 2 * PADDING

/**
 * A touchpoint's card at 0, 0, `width` wide and as high as its content. Ink where customers were heard; pencil, hollow
 * and dashed, where nobody has spoken. `text` is the size of its text, 1 being the usual one.
 */
export function drawTouchpoint(face: TouchpointFace, measure: Measure, width = CARD_WIDTH, text = 1): Group {
  return atTextSize(width, text, (narrower, onGrid) => drawCard(face, measure, narrower, onGrid))
}

function drawCard(face: TouchpointFace, measure: Measure, width: number, onGrid: (height: number) => number): Group {
  const inner = width - 2 * PADDING
  const items: Primitive[] = []
  let y = PADDING - 2

  const title = drawTitle(face, y, width, measure)
  items.push(...title.items)
  y += title.height
  const maxLines = linesIn(inner, USUAL, face.quotes.length > 1 ? QUOTE_LINES_OF_TWO : QUOTE_LINES)
  for (const quote of face.quotes) {
    const drawn = drawVerbatim(quote, { x: PADDING, y: y + 10, width: inner, maxLines }, measure)
    items.push(...drawn.items)
    y += 10 + drawn.height
  }
  const foot = drawFoot(face, PADDING, y + 12, inner, measure)
  if (foot) {
    items.push(...foot.items)
    y += 12 + foot.height
  }
  const height = onGrid(y + PADDING - 2)
  return {
    type: 'group',
    kind: 'touchpoint',
    id: face.id,
    x: 0,
    y: 0,
    width,
    height,
    items: [border(face.heard > 0, width, height), ...items],
  }
}

/** Hollow means the colour of the paper: what lies under a card must not show through. */
function border(heard: boolean, width: number, height: number): Primitive {
  const line = 1.5
  const rect = { x: line / 2, y: line / 2, width: width - line, height: height - line, radius: 10 }
  return heard
    ? { type: 'box', ...rect, fill: 'surface', stroke: 'ink', strokeWidth: line }
    : { type: 'box', ...rect, fill: 'paper', stroke: 'pencil', strokeWidth: line, dash: [5, 4] }
}

function drawTitle({ title, named, channel }: TouchpointFace, y: number, width: number, measure: Measure) {
  const indent = channel === '' ? 0 : ICON + 8
  const rtl = directionOf(title) === 'rtl'
  const room = width - 2 * PADDING - indent
  const color = named ? 'ink' : 'second'
  const lines = linesIn(room, USUAL - indent, TITLE_LINES)
  const words = paragraph(title, TYPE.cardTitle, color, rtl ? PADDING : PADDING + indent, y, room, lines, measure)
  if (channel === '') return words
  const icon = channelIcon(channel, rtl ? width - PADDING - ICON : PADDING, y + 2, 'second')
  return { items: [icon, ...words.items], height: words.height }
}
