import { KINDS, type Opportunity, type PainPoint, type Quote } from '../model/kinds.ts'
import { CARD_WIDTH } from '../model/layout/MapLayout.ts'
import { severityMark, severityWidth } from './marks.ts'
import type { Group, Primitive } from './scene.ts'
import { lineHeight, type Measure } from './text.ts'
import { TYPE } from './theme.ts'
import { drawVerbatim } from './verbatim.ts'
import { label, linesIn, paragraph } from './words.ts'

/** What a computed lane shows in one stage, from 0, 0. */
export type CellContent = { readonly items: readonly Primitive[]; readonly height: number }

/** More rows than this make a wall that nobody reads. */
const MOST_ROWS = 8
const ROW_GAP = 10
/** Of the words of one row, in a stage that is as wide as a card. */
const LINES = 3

/** Sets one group under the other. */
function listed(groups: readonly Group[], hidden: number, measure: Measure): CellContent {
  const items: Primitive[] = []
  let y = 0
  for (const group of groups) {
    items.push({ ...group, y })
    y += group.height + ROW_GAP
  }
  if (hidden > 0) {
    items.push(label(`and ${hidden} more`, TYPE.small, 'second', 0, y, measure))
    y += lineHeight(TYPE.small) + ROW_GAP
  }
  return { items, height: groups.length === 0 ? 0 : y - ROW_GAP }
}

/** The pain points of one stage, the worst first; those behind us last and quiet. */
export function drawPains(pains: readonly PainPoint[], width: number, measure: Measure): CellContent {
  const worst = pains.toSorted(
    (a, b) => Number(a.status === 'moved-on') - Number(b.status === 'moved-on') || b.severity - a.severity,
  )
  const indent = severityWidth(measure) + 10
  const lines = linesIn(width - indent, CARD_WIDTH - indent, LINES)
  const groups = worst.slice(0, MOST_ROWS).map((pain): Group => {
    const isPast = pain.status === 'moved-on'
    const color = isPast ? 'second' : 'ink'
    const words = paragraph(KINDS.painPoints.title(pain), TYPE.list, color, indent, 0, width - indent, lines, measure)
    const items = [...(isPast ? [] : severityMark(pain.severity, 0, 3, measure)), ...words.items]
    return { type: 'group', kind: 'painPoint', id: pain.id, x: 0, y: 0, width, height: words.height, items }
  })
  return listed(groups, worst.length - groups.length, measure)
}

/** The opportunities of one stage, in the order of the map: the team's own words, so in pencil. */
export function drawOpportunities(found: readonly Opportunity[], width: number, measure: Measure): CellContent {
  const room = width - 24
  const lines = linesIn(room, CARD_WIDTH - 24, LINES)
  const groups = found.slice(0, MOST_ROWS).map((opportunity): Group => {
    const words = paragraph(KINDS.opportunities.title(opportunity), TYPE.list, 'ink', 12, 10, room, lines, measure)
    const { effect, effort } = opportunity
    const said = [effect === null ? '' : `effect ${effect} of 5`, effort === null ? '' : `effort ${effort} of 5`]
    const caption = said.filter(Boolean).join(' · ')
    const items = [...words.items]
    let height = 10 + words.height
    if (caption !== '') {
      const below = paragraph(caption, TYPE.small, 'second', 12, height + 2, room, LINES, measure)
      items.push(...below.items)
      height += 2 + below.height
    }
    height += 10
    const rect = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, radius: 6 }
    return {
      type: 'group',
      kind: 'opportunity',
      id: opportunity.id,
      x: 0,
      y: 0,
      width,
      height,
      items: [{ type: 'box', ...rect, stroke: 'pencil', dash: [4, 3] }, ...items],
    }
  })
  return listed(groups, found.length - groups.length, measure)
}

/** Who was heard in one stage, and some of their words. */
export function drawVoices(
  input: { customers: number; customersOnMap: number; quotes: readonly Pick<Quote, 'text'>[] },
  width: number,
  measure: Measure,
): CellContent {
  const { customers, customersOnMap, quotes } = input
  const maxLines = linesIn(width, CARD_WIDTH, LINES)
  const count = customers === 0 ? 'nobody heard yet' : `heard from ${customers} of ${customersOnMap} customers`
  const counted = paragraph(count, TYPE.small, 'second', 0, 0, width, LINES, measure)
  const items: Primitive[] = [...counted.items]
  let y = counted.height + 8
  for (const { text } of quotes) {
    const quote = { text, pinned: false, recalled: false, side: null }
    const drawn = drawVerbatim(quote, { x: 0, y, width, maxLines }, measure)
    items.push(...drawn.items)
    y += drawn.height + ROW_GAP
  }
  return { items, height: y - ROW_GAP }
}
