import type { Lane } from '../model/kinds.ts'
import { LANE_HEADER_WIDTH, type MapLayout, STAGE_HEADER_HEIGHT, STAGE_WIDTH } from '../model/layout/MapLayout.ts'
import { enlarged } from './enlarged.ts'
import { LINES } from './lines.ts'
import type { Group, Primitive } from './scene.ts'
import { grouped, polyline, translated } from './shapes.ts'
import type { Measure } from './text.ts'
import { TYPE } from './theme.ts'
import { label } from './words.ts'

/** The quiet lines between stages and lanes, and the named lines of a service blueprint; in absolute map units. */
export function drawGrid(layout: MapLayout, lanes: readonly Lane[], measure: Measure, text = 1): Group {
  const last = layout.columns.at(-1)
  // Lanes without a stage reach as far as the first one will.
  const right = last ? last.x + last.width : (layout.unsorted?.area.width ?? STAGE_WIDTH)
  const left = -LANE_HEADER_WIDTH
  const items: Primitive[] = []
  const rule = (x: number, y: number, width: number, height: number) =>
    items.push({ type: 'box', x, y, width, height, fill: 'line' })

  const top = -STAGE_HEADER_HEIGHT
  const end = layout.rows.reduce((end, row) => Math.max(end, row.y + row.height), 0)
  for (const column of layout.columns) rule(column.x, top + 16, 1, end - top - 16)
  const named = new Map(lanes.map(lane => [lane.id, lane.lineBelow]))
  if (layout.rows.length + layout.columns.length > 0) rule(left, 0, right - left, 1)
  for (const row of layout.rows) {
    const y = row.y + row.height
    const kind = named.get(row.lane) ?? null
    if (kind === null) {
      rule(left, y, right - left, 1)
      continue
    }
    const commands = polyline([
      [left, y + 0.5],
      [right, y + 0.5],
    ])
    items.push({ type: 'path', commands, stroke: 'second', strokeWidth: 1.5, dash: [10, 5] })
    const words = enlarged([label(LINES[kind], TYPE.small, 'second', 0, -22, measure)], text)
    items.push(...translated(words, left + 20, y))
  }
  const bottom = layout.unsorted ? layout.unsorted.area.y + layout.unsorted.area.height : end
  if (layout.unsorted) rule(left, bottom, right - left, 1)
  return grouped('grid', 'grid', { x: left, y: top, width: right - left, height: bottom - top + 1 }, items)
}
