import type { EvidenceIndex } from '../model/evidence/EvidenceIndex.ts'
import type { Touchpoint } from '../model/kinds.ts'
import { CARD_WIDTH } from '../model/layout/MapLayout.ts'
import { channelIcon, ICON } from './icons.ts'
import { severityMark, severityWidth, starMark } from './marks.ts'
import { RING_SIZE, type RingCounts, ring } from './ring.ts'
import { type Group, moved, type Primitive } from './scene.ts'
import { directionOf, lineHeight, type Measure, wrap } from './text.ts'
import { AGAINST, TYPE } from './theme.ts'
import { label, linesAt, paragraph } from './words.ts'

/** A quote as a card shows it. */
export type FaceQuote = {
  readonly text: string
  readonly pinned: boolean
  readonly recalled: boolean
  readonly stance: 'supports' | 'contradicts' | null
}

/** Everything that a touchpoint's card shows, and nothing else: equal faces give equal cards. */
export type TouchpointFace = {
  readonly id: string
  readonly title: string
  readonly channel: string
  readonly momentOfTruth: boolean
  readonly heard: number
  readonly quotes: readonly FaceQuote[]
  /** Of the current assumption; null without one. */
  readonly claim: RingCounts | null
  /** Severities, 1…5. */
  readonly pains: readonly number[]
}

/** Reads from the evidence what a card shows. `voicesNeeded` is the map's. */
export function touchpointFace(touchpoint: Touchpoint, evidence: EvidenceIndex, voicesNeeded: number): TouchpointFace {
  const { id, title, channel, momentOfTruth } = touchpoint
  const assumption = evidence.assumptionAbout(id)
  const tally = assumption && evidence.tally(assumption.id)
  return {
    id,
    title,
    channel,
    momentOfTruth,
    heard: evidence.heard(id),
    quotes: evidence.cardQuotes(id).map(({ quote, text, pinned, stance }) => {
      return { text, pinned, recalled: quote.how === 'recalled', stance }
    }),
    claim: tally && {
      needed: voicesNeeded,
      supports: tally.supports,
      contradicts: tally.contradicts,
      stale: tally.stale,
    },
    pains: evidence
      .painsOn(id)
      .map(pain => pain.severity)
      .sort((a, b) => b - a),
  }
}

const PADDING = 16
const TITLE_LINES = 3
const BAR = 2
const BAR_GAP = 10
const QUOTE_LINES = 4
const QUOTE_LINES_OF_TWO = 3

/**
 * A touchpoint's card at 0, 0, `width` wide and as high as its content. Ink where customers were heard; pencil, hollow
 * and dashed, where nobody has spoken.
 */
export function drawTouchpoint(face: TouchpointFace, measure: Measure, width = CARD_WIDTH): Group {
  const inner = width - 2 * PADDING
  const items: Primitive[] = []
  let y = PADDING - 2

  const title = drawTitle(face, y, width, measure)
  items.push(...title.items)
  y += title.height
  for (const quote of face.quotes) {
    const drawn = drawQuote(quote, face.quotes.length > 1, y + 10, inner, measure)
    items.push(...drawn.items)
    y += 10 + drawn.height
  }
  const foot = drawFoot(face, y + 12, inner, measure)
  if (foot) {
    items.push(...foot.items)
    y += 12 + foot.height
  }
  const height = Math.ceil((y + PADDING - 2) / 4) * 4
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

function border(heard: boolean, width: number, height: number): Primitive {
  const line = 1.5
  const rect = { x: line / 2, y: line / 2, width: width - line, height: height - line, radius: 10 }
  return heard
    ? { type: 'box', ...rect, fill: 'surface', stroke: 'ink', strokeWidth: line }
    : { type: 'box', ...rect, stroke: 'pencil', strokeWidth: line, dash: [5, 4] }
}

function drawTitle({ title, channel }: TouchpointFace, y: number, width: number, measure: Measure) {
  const text = title.trim() || 'Untitled touchpoint'
  const indent = channel === '' ? 0 : ICON + 8
  const rtl = directionOf(text) === 'rtl'
  const room = width - 2 * PADDING - indent
  const color = title.trim() === '' ? 'second' : 'ink'
  const words = paragraph(text, TYPE.cardTitle, color, rtl ? PADDING : PADDING + indent, y, room, TITLE_LINES, measure)
  if (channel === '') return words
  const icon = channelIcon(channel, rtl ? width - PADDING - ICON : PADDING, y + 2, 'second')
  return { items: [icon, ...words.items], height: words.height }
}

function drawQuote(quote: FaceQuote, oneOfTwo: boolean, top: number, inner: number, measure: Measure) {
  const items: Primitive[] = []
  const text = quote.text.replace(/\s+/g, ' ')
  const rtl = directionOf(text) === 'rtl'
  const indent = quote.recalled ? 0 : BAR + BAR_GAP
  const against = quote.stance === 'contradicts'
  let y = top
  if (oneOfTwo && quote.stance) {
    const side = against ? 'Against' : 'For'
    const x = rtl ? PADDING + inner - indent : PADDING + indent
    items.push(label(side, TYPE.smallStrong, against ? AGAINST : 'second', x, y, measure, rtl ? 'right' : 'left'))
    y += lineHeight(TYPE.smallStrong)
  }
  const marks = rtl ? (['«', '»'] as const) : (['“', '”'] as const)
  const lines = wrap(text, TYPE.quote, inner - indent, oneOfTwo ? QUOTE_LINES_OF_TWO : QUOTE_LINES, measure, {
    mark: ' […]',
    ...(quote.recalled ? {} : { quotes: marks }),
  })
  items.push(
    ...linesAt(
      lines,
      TYPE.quote,
      quote.recalled ? 'pencil' : 'ink',
      rtl ? PADDING : PADDING + indent,
      y,
      inner - indent,
    ),
  )
  y += lines.length * lineHeight(TYPE.quote)
  if (!quote.recalled) {
    const x = rtl ? PADDING + inner - BAR : PADDING
    items.unshift({
      type: 'box',
      x,
      y: top + 2,
      width: BAR,
      height: y - top - 4,
      radius: 1,
      fill: against && oneOfTwo ? AGAINST : 'ink',
    })
  }
  const note = [quote.recalled ? 'recalled by a colleague' : '', quote.pinned ? 'pinned' : '']
    .filter(Boolean)
    .join(', ')
  if (note !== '') {
    const x = rtl ? PADDING + inner - indent : PADDING + indent
    items.push(label(note, TYPE.small, 'second', x, y + 2, measure, rtl ? 'right' : 'left'))
    y += 2 + lineHeight(TYPE.small)
  }
  return { items, height: y - top }
}

function drawFoot(face: TouchpointFace, y: number, inner: number, measure: Measure) {
  const { heard, claim, pains, momentOfTruth } = face
  if (heard === 0 && !claim && pains.length === 0 && !momentOfTruth) return null
  const height = claim ? RING_SIZE : 18
  const middle = y + height / 2
  const items: Primitive[] = []
  const text = heard > 0 ? `heard from ${heard}` : claim ? 'not heard yet' : ''
  const words = label(text, TYPE.small, 'second', PADDING, middle - lineHeight(TYPE.small) / 2, measure)
  if (text !== '') items.push(words)

  let right = PADDING + inner
  if (claim) {
    right -= RING_SIZE
    items.push(moved(ring(claim, measure), right, y))
    right -= 10
  }
  if (momentOfTruth) {
    items.push(starMark(right - 8, middle))
    right -= 16 + 10
  }
  const room = right - PADDING - (text === '' ? 0 : words.width + 12)
  items.push(...drawPains(pains, right, middle, room, measure))
  return { items, height }
}

/** The worst pains that fit, then how many more there are; right-aligned. */
function drawPains(pains: readonly number[], right: number, middle: number, room: number, measure: Measure) {
  const gap = 8
  const widths = pains.map(severity => severityWidth(severity, measure))
  for (let count = pains.length; count > 0; count--) {
    const rest = pains.length - count
    const more = rest === 0 ? '' : `+${rest}`
    const moreWidth = rest === 0 ? 0 : measure(more, TYPE.small) + gap
    const width = widths.slice(0, count).reduce((sum, w) => sum + w + gap, -gap) + moreWidth
    if (width > room && count > 1) continue
    const items: Primitive[] = []
    let x = right - width
    for (const [index, severity] of pains.slice(0, count).entries()) {
      items.push(...severityMark(severity, x, middle - 6, measure))
      x += (widths[index] ?? 0) + gap
    }
    if (rest > 0) items.push(label(more, TYPE.small, 'second', x, middle - lineHeight(TYPE.small) / 2, measure))
    return items
  }
  return []
}
