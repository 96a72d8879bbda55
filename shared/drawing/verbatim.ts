import { CUT } from '../model/evidence/words.ts'
import { quoteMarks } from './quoteMarks.ts'
import type { Primitive } from './scene.ts'
import { directionOf, lineHeight, type Measure, wrap } from './text.ts'
import { AGAINST, TYPE } from './theme.ts'
import { label, linesAt } from './words.ts'

/** A customer's words as they are shown. */
export type Verbatim = {
  readonly text: string
  readonly pinned: boolean
  /** Brought by a colleague: pencil, without bar and marks, for nobody has these words from the customer. */
  readonly recalled: boolean
  /** Named where two quotes of different sides stand together. */
  readonly side: 'supports' | 'contradicts' | null
}

type Place = { readonly x: number; readonly y: number; readonly width: number; readonly maxLines: number }

const BAR = 2
const BAR_GAP = 10
/** Of what is said below a quote, which is as a rule one line. */
const NOTE_LINES = 3

/**
 * Sets a quote in serif, between quotation marks, with a bar where its lines begin; cut words are marked with […].
 * Right-to-left quotes are mirrored.
 */
export function drawVerbatim(
  { text, pinned, recalled, side }: Verbatim,
  place: Place,
  measure: Measure,
): { items: Primitive[]; height: number } {
  const words = text.replace(/\s+/g, ' ')
  const rtl = directionOf(words) === 'rtl'
  const indent = recalled ? 0 : BAR + BAR_GAP
  const width = place.width - indent
  const left = rtl ? place.x : place.x + indent
  const against = side === 'contradicts'
  const items: Primitive[] = []
  let y = place.y
  const note = (words: string, font: (typeof TYPE)['small' | 'smallStrong'], color: 'second' | typeof AGAINST) => {
    for (const line of wrap(words, font, width, NOTE_LINES, measure)) {
      items.push(label(line.text, font, color, rtl ? left + width : left, y, measure, rtl ? 'right' : 'left'))
      y += lineHeight(font)
    }
  }

  if (side) note(against ? 'Against' : 'For', TYPE.smallStrong, against ? AGAINST : 'second')
  const lines = wrap(words, TYPE.quote, width, place.maxLines, measure, {
    mark: ` ${CUT}`,
    ...(recalled ? {} : { quotes: quoteMarks(words) }),
  })
  items.push(...linesAt(lines, TYPE.quote, recalled ? 'pencil' : 'ink', left, y, width))
  y += lines.length * lineHeight(TYPE.quote)
  if (!recalled) {
    const x = rtl ? place.x + place.width - BAR : place.x
    const bar = { x, y: place.y + 2, width: BAR, height: y - place.y - 4, radius: 1 }
    items.push({ type: 'box', ...bar, fill: against ? AGAINST : 'ink' })
  }
  const origin = [recalled ? 'recalled by a colleague' : '', pinned ? 'pinned' : ''].filter(Boolean).join(', ')
  if (origin !== '') {
    y += 2
    note(origin, TYPE.small, 'second')
  }
  return { items, height: y - place.y }
}
