import { useMemo, useRef } from 'react'
import { drawLink, drawLinkLabel } from '#shared/drawing/link.ts'
import { type Group, moved } from '#shared/drawing/scene.ts'
import type { Measure } from '#shared/drawing/text.ts'
import type { Link } from '#shared/model/kinds.ts'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { append } from '#shared/util/append.ts'
import { once } from '#shared/util/once.ts'
import { useMap } from '../../store/MapContext.tsx'
import type { Held } from '../gestures/useHeld.ts'
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

export type DrawnLinks = {
  /** As they are while nothing is in the hand. */
  readonly lying: readonly DrawnLink[]
  /** Those that lead to what is in the hand, as they follow it. */
  readonly following: readonly DrawnLink[]
  /** Those between cards that are in one hand and move as one: they come along as they lie. */
  readonly along: readonly DrawnLink[]
}

const NONE: readonly DrawnLink[] = []

/** The links of the map, drawn. Those that did not move stay the same. */
export function useLinks({ layout, text }: CanvasScene, held: Held | null, measure: Measure): DrawnLinks {
  const links = useMap(view => view.map.links)
  const before = useRef<readonly DrawnLink[]>(NONE)
  const lying = useMemo(() => {
    const known = new Map(before.current.map(drawn => [drawn.link.id, drawn]))
    const rectOf = (id: string) => layout.touchpoints.get(id) ?? layout.notes.get(id)
    const drawn = links.flatMap(link => {
      const [from, to] = [rectOf(link.from), rectOf(link.to)]
      if (!from || !to) return []
      const old = known.get(link.id)
      const kept = old?.link === link && old.text === text ? shifted(old, { from, to }) : null
      return [kept ?? draw(link, { from, to }, measure, text)]
    })
    before.current = drawn
    return drawn
  }, [links, layout, measure, text])
  const atCard = useMemo(() => once(() => byCard(lying)), [lying])
  const ids = held?.ids ?? null
  const isOne = held !== null && held.by !== null
  const { along, others } = useMemo(() => {
    const atHeld = new Set([...(ids ?? [])].flatMap(id => atCard().get(id) ?? NONE))
    const [along, others]: [DrawnLink[], DrawnLink[]] = [[], []]
    for (const drawn of atHeld) {
      const isAlong = isOne && ids?.has(drawn.link.from) && ids.has(drawn.link.to)
      const list = isAlong ? along : others
      list.push(drawn)
    }
    return { along, others }
  }, [atCard, ids, isOne])
  const places = held?.places
  const following = useMemo(() => {
    if (others.length === 0) return NONE
    return others.map(({ link, from, to }) => {
      const ends = { from: { ...from, ...places?.get(link.from) }, to: { ...to, ...places?.get(link.to) } }
      return draw(link, ends, measure, text)
    })
  }, [others, places, measure, text])
  return { lying, following, along }
}

/**
 * A drawn link between these rectangles, where both have moved alike by whole units or not at all; null where its shape
 * is another. When a card becomes higher, thousands of links go down with their cards.
 */
export function shifted(drawn: DrawnLink, { from, to }: Ends): DrawnLink | null {
  if (drawn.from === from && drawn.to === to) return drawn
  const [x, y] = [from.x - drawn.from.x, from.y - drawn.from.y]
  const isAlike = to.x - drawn.to.x === x && to.y - drawn.to.y === y && Number.isInteger(x) && Number.isInteger(y)
  if (!isAlike || !isSameSize(drawn.from, from) || !isSameSize(drawn.to, to)) return null
  if (x === 0 && y === 0) return drawn
  const along = (group: Group) => moved(group, group.x + x, group.y + y)
  return { ...drawn, from, to, line: along(drawn.line), words: drawn.words && along(drawn.words) }
}

function isSameSize(a: Rect, b: Rect): boolean {
  return a.width === b.width && a.height === b.height
}

/** The links at each card. */
function byCard(links: readonly DrawnLink[]): ReadonlyMap<string, readonly DrawnLink[]> {
  const lists = new Map<string, DrawnLink[]>()
  for (const drawn of links) for (const end of [drawn.link.from, drawn.link.to]) append(lists, end, drawn)
  return lists
}

/** Draws a link between where its cards are. */
export function draw(link: Link, { from, to }: Ends, measure: Measure, text: number): DrawnLink {
  const line = drawLink(link, from, to, text)
  return { link, from, to, line, words: drawLinkLabel(link, from, to, measure, text), text }
}
