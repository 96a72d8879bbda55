import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { drawLink, drawLinkLabel } from '#shared/drawing/link.ts'
import type { Group } from '#shared/drawing/scene.ts'
import type { Measure } from '#shared/drawing/text.ts'
import type { Link } from '#shared/model/kinds.ts'
import type { MapLayout, Rect } from '#shared/model/layout/MapLayout.ts'
import { useMap } from '../../store/MapContext.tsx'
import type { CanvasStore } from '../canvasState.ts'
import type { Point } from '../gestures/drop.ts'

/** A link as it is drawn, between where its cards are shown. */
export type DrawnLink = {
  readonly link: Link
  readonly from: Rect
  readonly to: Rect
  readonly line: Group
  readonly words: Group | null
}

function equal(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

/** Where a card is shown now: in the hand, or where it lies. */
function rectNow(layout: MapLayout, places: ReadonlyMap<string, Point> | null, id: string): Rect | null {
  const rect = layout.touchpoints.get(id) ?? layout.notes.get(id)
  const place = places?.get(id)
  return rect ? { ...rect, ...place } : null
}

/** The links of the map, drawn; they follow cards that are being dragged. Those that did not move stay the same. */
export function useLinks(layout: MapLayout, state: CanvasStore, measure: Measure): readonly DrawnLink[] {
  const links = useMap(view => view.map.links)
  const places = useStore(state, ({ drag }) => drag?.places ?? null)
  const before = useRef<ReadonlyMap<string, DrawnLink>>(new Map())
  return useMemo(() => {
    const fresh = new Map<string, DrawnLink>()
    for (const link of links) {
      const from = rectNow(layout, places, link.from)
      const to = rectNow(layout, places, link.to)
      if (!from || !to) continue
      const old = before.current.get(link.id)
      const same = old && old.link === link && equal(old.from, from) && equal(old.to, to)
      const draw = () => ({ line: drawLink(link, from, to, measure), words: drawLinkLabel(link, from, to, measure) })
      fresh.set(link.id, same ? old : { link, from, to, ...draw() })
    }
    before.current = fresh
    return [...fresh.values()]
  }, [links, layout, places, measure])
}
