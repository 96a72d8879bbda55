import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { drawLink, drawLinkLabel } from '#shared/drawing/link.ts'
import type { Group } from '#shared/drawing/scene.ts'
import type { Measure } from '#shared/drawing/text.ts'
import type { Link } from '#shared/model/kinds.ts'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { useMap } from '../../store/MapContext.tsx'
import type { CanvasStore } from '../canvasState.ts'
import type { CanvasScene } from '../scene/buildScene.ts'

/** A link as it is drawn, between where its cards are shown. */
export type DrawnLink = {
  readonly link: Link
  readonly from: Rect
  readonly to: Rect
  readonly line: Group
  readonly words: Group | null
  readonly text: number
}

type Ends = { readonly from: Rect; readonly to: Rect }

function equal(a: Rect, b: Rect): boolean {
  return a === b || (a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height)
}

export type DrawnLinks = {
  /** As they are while nothing is in the hand. */
  readonly lying: readonly DrawnLink[]
  /** The same, but for those that follow a card in the hand. */
  readonly shown: readonly DrawnLink[]
}

/** The links of the map, drawn. Those that did not move stay the same. */
export function useLinks({ layout, text }: CanvasScene, state: CanvasStore, measure: Measure): DrawnLinks {
  const links = useMap(view => view.map.links)
  const places = useStore(state, ({ drag }) => drag?.places ?? null)
  const before = useRef<readonly DrawnLink[]>([])
  const lying = useMemo(() => {
    const known = new Map(before.current.map(drawn => [drawn.link.id, drawn]))
    const rectOf = (id: string) => layout.touchpoints.get(id) ?? layout.notes.get(id)
    const drawn = links.flatMap(link => {
      const [from, to] = [rectOf(link.from), rectOf(link.to)]
      if (!from || !to) return []
      const old = known.get(link.id)
      return [
        old?.link === link && old.text === text && equal(old.from, from) && equal(old.to, to)
          ? old
          : draw(link, { from, to }, measure, text),
      ]
    })
    before.current = drawn
    return drawn
  }, [links, layout, measure, text])
  const shown = useMemo(() => {
    if (places === null) return lying
    return lying.map(drawn => {
      const { link } = drawn
      const [from, to] = [places.get(link.from), places.get(link.to)]
      if (!from && !to) return drawn
      return draw(link, { from: { ...drawn.from, ...from }, to: { ...drawn.to, ...to } }, measure, text)
    })
  }, [lying, places, measure, text])
  return { lying, shown }
}

function draw(link: Link, { from, to }: Ends, measure: Measure, text: number): DrawnLink {
  const line = drawLink(link, from, to, text)
  return { link, from, to, line, words: drawLinkLabel(link, from, to, measure, text), text }
}
