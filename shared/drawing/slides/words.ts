import { CUT } from '../../model/evidence/words.ts'
import type { SlideWords } from '../../model/storyline/slide.ts'
import { quoteMarks } from '../quoteMarks.ts'
import type { Primitive } from '../scene.ts'
import { directionOf, lineHeight, wrap } from '../text.ts'
import { AGAINST } from '../theme.ts'
import { linesAt } from '../words.ts'
import type { Stage } from './stage.ts'

const BAR = 5
const BAR_GAP = 26

/**
 * Somebody's words on a slide, at 0, 0 of so many units: set in serif with a bar and quotation marks, cut with […] where
 * there is no room, and below them who said it. `lines` are those of the words. Recalled words have neither bar nor marks.
 */
export function drawWords(
  { text, recalled, who, stance }: SlideWords,
  width: number,
  maxLines: number,
  { type, measure }: Stage,
): { items: Primitive[]; height: number; lines: number } {
  const words = text.replace(/\s+/g, ' ').trim()
  const rtl = directionOf(words) === 'rtl'
  const indent = recalled ? 0 : BAR + BAR_GAP
  const left = rtl ? 0 : indent
  const lines = wrap(words, type.quote, width - indent, maxLines, measure, {
    mark: ` ${CUT}`,
    ...(recalled ? {} : { quotes: quoteMarks(words) }),
  })
  const side = stance === 'contradicts' ? 'Against: ' : ''
  const from = wrap(
    `${side}${who}${recalled ? ', recalled by a colleague' : ''}`,
    type.small,
    width - indent,
    2,
    measure,
  )
  const said = lines.length * lineHeight(type.quote)
  const height = said + from.length * lineHeight(type.small)
  const color = stance === 'contradicts' ? AGAINST : 'ink'
  const bar: Primitive[] = recalled
    ? []
    : [{ type: 'box', x: rtl ? width - BAR : 0, y: 4, width: BAR, height: height - 8, radius: BAR / 2, fill: color }]
  return {
    items: [
      ...bar,
      ...linesAt(lines, type.quote, recalled ? 'pencil' : 'ink', left, 0, width - indent),
      ...linesAt(from, type.small, 'second', left, said, width - indent),
    ],
    height,
    lines: lines.length,
  }
}
