import { contentRect } from '../../../client/canvas/viewport/contentRect.ts'
import { headerInsets, headerSizes } from '../../../client/canvas/viewport/headerSizes.ts'
import { firstSight, fitted, type Viewport } from '../../../client/canvas/viewport/viewportMath.ts'
import { serverMeasure } from '../../../server/export/fonts.ts'
import { drawMap } from '../../../shared/drawing/drawMap.ts'
import { buildEvidence } from '../../../shared/model/evidence/EvidenceIndex.ts'
import type { Rect } from '../../../shared/model/layout/MapLayout.ts'
import type { MapDocument } from '../../../shared/model/MapDocument.ts'
import { linkedMap } from './linkedMap.ts'

/** Pixels of the window, and of the canvas inside of it: ours has two bars above and tools at the left. */
export const WINDOW = { width: 1440, height: 900 }
export const CANVAS = { x: 45, y: 84, width: WINDOW.width - 45, height: WINDOW.height - 84 }

export type PlannedCard = Rect & { readonly id: string; readonly title: string; readonly quote: string }

/** What lies on the board of every system, and from where it is looked at; all places in map units. */
export type Plan = {
  readonly map: MapDocument
  readonly cards: readonly PlannedCard[]
  readonly links: readonly { readonly id: string; readonly from: string; readonly to: string }[]
  readonly whole: Rect
  /** Four neighbouring stages with 200 cards. */
  readonly part: Rect
  readonly views: Readonly<Record<ViewName, Viewport>>
}

export type ViewName = 'near' | 'whole map' | '200 cards'

/** Cards that are selected and dragged together, in so many stages. */
const STAGES = 4

/** Lays the cards out as ours does, so that the same pixels of every system show the same cards. */
export function planOf(count: number): Plan {
  const map = linkedMap(count)
  const { layout } = drawMap(map, buildEvidence(map, '2025-01-01'), serverMeasure())
  const quotes = new Map(map.quotes.map(({ touchpoint, text }) => [touchpoint, text]))
  const cards = map.touchpoints.flatMap(({ id, title }) => {
    const rect = layout.touchpoints.get(id)
    return rect ? [{ ...rect, id, title, quote: quotes.get(id) ?? '' }] : []
  })
  const whole = contentRect(layout)
  const insets = headerInsets(headerSizes(CANVAS.width))
  const middle = Math.floor((layout.columns.length - STAGES) / 2)
  const [first, last] = [layout.columns[middle], layout.columns[middle + STAGES - 1]]
  if (!first || !last) throw new Error('The map has too few stages to choose four of them.')
  const part = { x: first.x, y: whole.y, width: last.x + last.width - first.x, height: whole.height }
  const chosen = cards.filter(({ x }) => x >= part.x && x < part.x + part.width)
  return {
    map,
    cards,
    links: map.links.map(({ id, from, to }) => ({ id, from, to })),
    whole,
    part,
    views: {
      near: firstSight(whole, CANVAS, insets),
      'whole map': fitted(whole, CANVAS, insets),
      '200 cards': fitted(around(chosen), CANVAS, insets),
    },
  }
}

/** A place of the map in pixels of the window. */
export function onScreen({ x, y, zoom }: Viewport, at: { x: number; y: number }): { x: number; y: number } {
  return { x: at.x * zoom + x + CANVAS.x, y: at.y * zoom + y + CANVAS.y }
}

function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map(rect => rect.x))
  const y = Math.min(...rects.map(rect => rect.y))
  const right = Math.max(...rects.map(rect => rect.x + rect.width))
  const bottom = Math.max(...rects.map(rect => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}
