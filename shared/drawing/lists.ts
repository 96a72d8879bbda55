import { KINDS, type Opportunity, type PainPoint, type Quote } from '../model/kinds.ts'
import { CELL_PADDING } from '../model/layout/MapLayout.ts'
import { severityMark, severityWidth } from './marks.ts'
import type { Group, Primitive } from './scene.ts'
import { lineHeight, type Measure } from './text.ts'
import { TYPE } from './theme.ts'
import { drawVerbatim } from './verbatim.ts'
import { label, paragraph } from './words.ts'

/** What a computed lane shows in one stage, in coordinates of that cell. */
export type CellContent = { readonly items: readonly Primitive[]; readonly height: number }

/** More rows than this make a wall that nobody reads. */
const MOST_ROWS = 8
const ROW_GAP = 10

/** Sets one group under the other; `height` includes the padding of the cell. */
function listed(groups: readonly Group[], hidden: number, measure: Measure): CellContent {
  const items: Primitive[] = []
  let y = CELL_PADDING
  for (const group of groups) {
    items.push({ ...group, x: CELL_PADDING, y })
    y += group.height + ROW_GAP
  }
  if (hidden > 0) {
    items.push(label(`and ${hidden} more`, TYPE.small, 'second', CELL_PADDING, y, measure))
    y += lineHeight(TYPE.small) + ROW_GAP
  }
  return { items, height: groups.length === 0 ? 0 : y - ROW_GAP + CELL_PADDING }
}

/** The pain points of one stage, the worst first. */
export function drawPains(pains: readonly PainPoint[], width: number, measure: Measure): CellContent {
  const inner = width - 2 * CELL_PADDING
  const worst = pains.toSorted((a, b) => b.severity - a.severity)
  const indent = severityWidth(measure) + 10
  const groups = worst.slice(0, MOST_ROWS).map((pain): Group => {
    const words = paragraph(KINDS.painPoints.title(pain), TYPE.list, 'ink', indent, 0, inner - indent, 3, measure)
    const items = [...severityMark(pain.severity, 0, 3, measure), ...words.items]
    return { type: 'group', kind: 'painPoint', id: pain.id, x: 0, y: 0, width: inner, height: words.height, items }
  })
  return listed(groups, worst.length - groups.length, measure)
}

/** The opportunities of one stage, in the order of the map: the team's own words, so in pencil. */
export function drawOpportunities(found: readonly Opportunity[], width: number, measure: Measure): CellContent {
  const inner = width - 2 * CELL_PADDING
  const groups = found.slice(0, MOST_ROWS).map((opportunity): Group => {
    const words = paragraph(KINDS.opportunities.title(opportunity), TYPE.list, 'ink', 12, 10, inner - 24, 3, measure)
    const { effect, effort } = opportunity
    const said = [effect === null ? '' : `effect ${effect} of 5`, effort === null ? '' : `effort ${effort} of 5`]
    const caption = said.filter(Boolean).join(' · ')
    const items = [...words.items]
    let height = 10 + words.height
    if (caption !== '') {
      items.push(label(caption, TYPE.small, 'second', 12, height + 2, measure))
      height += 2 + lineHeight(TYPE.small)
    }
    height += 10
    const rect = { x: 0.5, y: 0.5, width: inner - 1, height: height - 1, radius: 6 }
    return {
      type: 'group',
      kind: 'opportunity',
      id: opportunity.id,
      x: 0,
      y: 0,
      width: inner,
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
  const inner = width - 2 * CELL_PADDING
  const { customers, customersOnMap, quotes } = input
  const count = customers === 0 ? 'nobody heard yet' : `heard from ${customers} of ${customersOnMap} customers`
  const items: Primitive[] = [label(count, TYPE.small, 'second', CELL_PADDING, CELL_PADDING, measure)]
  let y = CELL_PADDING + lineHeight(TYPE.small) + 8
  for (const { text } of quotes) {
    const quote = { text, pinned: false, recalled: false, side: null }
    const drawn = drawVerbatim(quote, { x: CELL_PADDING, y, width: inner, maxLines: 3 }, measure)
    items.push(...drawn.items)
    y += drawn.height + ROW_GAP
  }
  return { items, height: y - ROW_GAP + CELL_PADDING }
}
