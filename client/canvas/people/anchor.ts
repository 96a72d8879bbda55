import { cellAt, cellRect } from '#shared/model/layout/hit.ts'
import type { MapLayout, Rect } from '#shared/model/layout/MapLayout.ts'
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

/**
 * Where an anchor lies on this screen's map; null when what it is on is not here (yet). In a smaller text size what it is
 * on is lower: it still lies on that and not on what stands below.
 */
export function pointOf(layout: MapLayout, anchor: Anchor): Point | null {
  const area = areaOf(layout, anchor)
  return area && { x: area.x + anchor.x, y: area.y + Math.min(anchor.y, area.height) }
}

function areaOf(layout: MapLayout, anchor: Anchor): Pick<Rect, 'x' | 'y' | 'height'> | null {
  switch (anchor.on) {
    case 'card':
      return layout.touchpoints.get(anchor.id) ?? layout.notes.get(anchor.id) ?? null
    case 'cell':
      return cellRect(layout, anchor.stage, anchor.lane)
    case 'map':
      return { x: 0, y: 0, height: Infinity }
  }
}

/**
 * How far a card that a colleague holds (`held`, where it would be by their distances) is moved so that it stays under
 * their pointer: in another text size the lanes that they drag it across are not as high.
 */
export function underPointer(layout: MapLayout, held: Rect, pointer: Anchor | null): number {
  const at = pointer && pointOf(layout, pointer)
  if (!at) return 0
  return Math.max(0, at.y - held.y - held.height) - Math.max(0, held.y - at.y)
}
