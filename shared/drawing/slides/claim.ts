import type { Slide } from '../../model/storyline/slide.ts'
import { ring } from '../ring.ts'
import type { Group, Primitive } from '../scene.ts'
import { translated } from '../shapes.ts'
import { lineHeight, wrap } from '../text.ts'
import { label, linesAt, paragraph } from '../words.ts'
import { fitted } from './fitted.ts'
import type { Stage } from './stage.ts'
import { drawWords } from './words.ts'

type Claim = Extract<Slide, { kind: 'claim' }>

const GAP = 44
/** Lines of one quote; what is longer is opened on demand. */
const LINES = 5
/** Fewer lines say too little to be worth their room. */
const LEAST_LINES = 2
const NOBODY = 'No customer has said anything about this yet.'

/** A claim and the words behind it: beside each other on a wall, one below the other where the page is upright. */
export function drawClaim(slide: Claim, top: number, stage: Stage): Primitive[] {
  const { width, height, margin, upright } = stage
  const bottom = height - margin
  if (upright) {
    const wide = width - 2 * margin
    const head = drawHead(slide, wide, (bottom - top) / 2, stage)
    const y = top + head.height + GAP
    return [...translated(head.items, margin, top), ...translated(drawList(slide, wide, bottom - y, stage), margin, y)]
  }
  const left = Math.round((width - 2 * margin) * 0.4)
  const right = width - 2 * margin - left - 2 * GAP
  const head = drawHead(slide, left, bottom - top, stage)
  return [
    ...translated(head.items, margin, top),
    ...translated(drawList(slide, right, bottom - top, stage), margin + left + 2 * GAP, top),
  ]
}

/** What is claimed, its ring, and how many say so; the claim itself gets what room the counts leave, and the least is a line. */
function drawHead(slide: Claim, width: number, room: number, stage: Stage): { items: Primitive[]; height: number } {
  const { type, measure } = stage
  const items: Primitive[] = []
  const size = type.statement.size * 2.2
  const status = wrap(slide.counts ? slide.status : '', type.heading, width - size - GAP / 2, 2, measure)
  const sentence = wrap(slide.sentence && `${slide.sentence.replace(/\.$/, '')}.`, type.small, width, 5, measure)
  const kind = slide.label === slide.heading ? '' : slide.label
  const counts = (slide.counts ? size + GAP / 2 : 0) + sentence.length * lineHeight(type.small) + GAP / 2
  const free = room - counts - (kind ? lineHeight(type.small) : 0)
  let y = 0
  if (kind) {
    items.push(...linesAt(wrap(kind, type.small, width, 1, measure), type.small, 'second', 0, y, width))
    y += lineHeight(type.small)
  }
  const { font, lines } = fitted(slide.statement, type.statement, width, free, measure)
  items.push(...linesAt(lines, font, 'ink', 0, y, width))
  y += lines.length * lineHeight(font) + GAP / 2
  if (slide.counts) {
    const drawn = ring(slide.counts, measure, { size })
    items.push({ ...drawn, x: 0, y } satisfies Group)
    const top = y + (size - status.length * lineHeight(type.heading)) / 2
    items.push(...linesAt(status, type.heading, 'ink', size + GAP / 2, top, width - size - GAP / 2))
    y += size + GAP / 2
  }
  items.push(...linesAt(sentence, type.small, 'second', 0, y, width))
  y += sentence.length * lineHeight(type.small)
  return { items, height: y }
}

/** How few words are set: larger by so much where none of them is cut, else with more lines of each. */
const ROOMY = [
  { by: 1.5, lines: LINES, cuts: false },
  { by: 1.25, lines: LINES, cuts: false },
  { by: 1, lines: 8, cuts: true },
] as const

/** The words as roomy as all of them have place; else as usual, as many as there is room for. */
function drawList(slide: Claim, width: number, room: number, stage: Stage): Primitive[] {
  for (const { by, lines, cuts } of ROOMY) {
    const { quote } = stage.type
    const size = Math.round(quote.size * by)
    const larger = { ...stage, type: { ...stage.type, quote: { ...quote, size } } }
    const items: Primitive[] = []
    let y = 0
    const hasRoom = slide.words.every(one => {
      const drawn = drawWords(one, width, cuts ? lines : lines + 1, larger)
      items.push(...translated(drawn.items, 0, y))
      y += drawn.height + GAP
      return drawn.lines <= lines && y - GAP <= room
    })
    if (hasRoom && items.length > 0) return items
  }
  return drawUsual(slide, width, room, stage)
}

/** As many of the words as there is room for, and how many more there are. */
function drawUsual({ words }: Claim, width: number, room: number, stage: Stage): Primitive[] {
  const { type, measure } = stage
  if (words.length === 0) return paragraph(NOBODY, type.quote, 'pencil', 0, 0, width, 3, measure).items
  const items: Primitive[] = []
  const more = lineHeight(type.small)
  let y = 0
  let shown = 0
  for (const one of words) {
    const isLast = shown === words.length - 1
    const free = room - y - (isLast ? 0 : more)
    const lines = Math.min(LINES, Math.floor((free - 2 * more) / lineHeight(type.quote)))
    if (shown > 0 && lines < LEAST_LINES) break
    const drawn = drawWords(one, width, Math.max(1, lines), stage)
    if (shown > 0 && drawn.height > free) break
    items.push(...translated(drawn.items, 0, y))
    y += drawn.height + GAP
    shown++
  }
  const rest = words.length - shown
  if (rest > 0)
    items.push(label(`and ${rest.toLocaleString('en-GB')} more`, type.small, 'second', 0, y - GAP / 2, measure))
  return items
}
