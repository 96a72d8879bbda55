import { cellAt, cellRect } from '#shared/model/layout/hit.ts'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { Anchor } from '#shared/protocol/presence.ts'
import type { Point } from '../gestures/drop.ts'
import { cardAt } from '../gestures/hit.ts'

/** What a point of the map lies on, since the same card can lie elsewhere on somebody else's screen. */
export function anchorOf(layout: MapLayout, at: Point): Anchor {
  const [x, y] = [Math.round(at.x), Math.round(at.y)]
  const card = cardAt(layout, at)
  const rect = card === null ? undefined : (layout.touchpoints.get(card) ?? layout.notes.get(card))
  if (card !== null && rect) return { on: 'card', id: card, x: Math.round(at.x - rect.x), y: Math.round(at.y - rect.y) }
  const cell = cellAt(layout, x, y)
  if (cell) return { on: 'cell', stage: cell.stage, lane: cell.lane, x: Math.round(cell.x), y: Math.round(cell.y) }
  return { on: 'map', x, y }
}

/** Where an anchor lies on this screen's map; null when what it is on is not here (yet). */
export function pointOf(layout: MapLayout, anchor: Anchor): Point | null {
  const origin = originOf(layout, anchor)
  return origin && { x: origin.x + anchor.x, y: origin.y + anchor.y }
}

function originOf(layout: MapLayout, anchor: Anchor): Point | null {
  switch (anchor.on) {
    case 'card':
      return layout.touchpoints.get(anchor.id) ?? layout.notes.get(anchor.id) ?? null
    case 'cell':
      return cellRect(layout, anchor.stage, anchor.lane)
    case 'map':
      return { x: 0, y: 0 }
  }
}
