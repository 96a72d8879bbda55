import { type Group, moved, type Primitive } from '#shared/drawing/scene.ts'
import { type Rect, union } from '#shared/model/layout/MapLayout.ts'
import type { Point } from '../gestures/drop.ts'
import type { Held } from '../gestures/useHeld.ts'
import type { DrawnLink } from '../links/useLinks.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import type { HeldCard } from './HeldPictures.ts'

/** Where a card's drawing lay last, in its place: so that what did not move stays the same object. */
const placed = new WeakMap<Group, Group>()

function inPlace(group: Group, { x, y }: { x: number; y: number }): Group {
  const known = placed.get(group)
  if (known && known.x === x && known.y === y) return known
  const fresh = moved(group, x, y)
  placed.set(group, fresh)
  return fresh
}

/** Cards that are not painted where they lie. */
type Apart = {
  readonly held: ReadonlySet<string> | null
  /** The card that is being typed: it is an element, whose text must not stand there twice. */
  readonly edited?: string | null
}

/** What is painted of a scene, from below to above, in absolute map units; without the cards in the hand and their links. */
export function paintingOf(
  { layout, cards, notes, grid, contents }: CanvasScene,
  links: readonly DrawnLink[],
  { held, edited = null }: Apart,
): { readonly grid: Group; readonly items: readonly Group[] } {
  const lying = held ? links.filter(({ link }) => !held.has(link.from) && !held.has(link.to)) : links
  const items: Group[] = [...contents, ...lying.map(({ line }) => line)]
  const add = (group: Group, id: string, at: { x: number; y: number } | undefined) => {
    if (at && id !== edited && !held?.has(id)) items.push(inPlace(group, at))
  }
  for (const [id, { group }] of notes) add(group, id, layout.notes.get(id))
  for (const [id, { group }] of cards) add(group, id, layout.touchpoints.get(id))
  for (const { words } of lying) if (words) items.push(words)
  return { grid, items }
}

/**
 * `paintingOf` for a map that changes: the very same painting as long as nothing is another but what is apart from it,
 * as with each letter of a card that is typed.
 */
export function paintingFollower(): typeof paintingOf {
  let last: { of: Parameters<typeof paintingOf>; painting: ReturnType<typeof paintingOf> } | null = null
  return (scene, links, apart) => {
    const [before, linksBefore, apartBefore] = last?.of ?? []
    const isAlike = links === linksBefore && apart.held === apartBefore?.held && apart.edited === apartBefore.edited
    const isApart = (id: string) => id === apart.edited || apart.held?.has(id)
    const isNext = scene.edition === (before?.edition ?? 0) + 1 && scene.redrawn !== null
    const painting =
      last && isAlike && (scene === before || (isNext && [...(scene.redrawn ?? [])].every(isApart)))
        ? last.painting
        : paintingOf(scene, links, apart)
    last = { of: [scene, links, apart], painting }
    return painting
  }
}

/** The cell into which letting go would put what is in the hand: how strongly it is tinted. */
const TINT = 0.1

/** Cards that move as one, and the links between them: as they lie, from below to above, and the area of all. */
export type Block = { readonly items: readonly Group[]; readonly area: Rect }

/** What is in the hand and so in another place with every frame. */
export type Carried = {
  /** What changes its shape on the way and lies below: the links that follow, and the cell that all would come to. */
  readonly lines: readonly Primitive[]
  /** What moves as one, and how far it is from where it lies. */
  readonly block: (Block & { readonly by: Point }) | null
  /** Cards of which each goes its own way. */
  readonly cards: readonly HeldCard[]
}

/** What moves as one: these cards, and the links between them. */
export function blockOf(
  { layout, cards, notes }: CanvasScene,
  along: readonly DrawnLink[],
  ids: ReadonlySet<string>,
): Block | null {
  const lying: Group[] = []
  const add = (group: Group, id: string, at: { x: number; y: number } | undefined) => {
    if (at && ids.has(id)) lying.push(inPlace(group, at))
  }
  for (const [id, { group }] of notes) add(group, id, layout.notes.get(id))
  for (const [id, { group }] of cards) add(group, id, layout.touchpoints.get(id))
  const words = along.flatMap(drawn => drawn.words ?? [])
  const items = [...along.map(({ line }) => line), ...lying, ...words]
  const [first] = items
  return first ? { items, area: items.reduce<Rect>(union, first) } : null
}

/** The rest: what is in the hand, where it is held, the links that follow it, and below them the cell it would come to. */
export function carriedOf(
  { cards, notes }: CanvasScene,
  following: readonly DrawnLink[],
  { places, by }: Pick<Held, 'places' | 'by'>,
  block: Block | null,
  cell: Rect | null = null,
): Carried {
  const below: Primitive[] = cell ? [{ type: 'box', ...cell, radius: 4, fill: 'accent', opacity: TINT }] : []
  const lines = [...below, ...following.map(({ line }) => line)]
  if (by !== null) return { lines, block: block && { ...block, by }, cards: [] }
  const groups = [...places].flatMap(([id, at]): HeldCard[] => {
    const group = (notes.get(id) ?? cards.get(id))?.group
    return group ? [{ group, at }] : []
  })
  return { lines, block: null, cards: groups }
}
