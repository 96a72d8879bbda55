import { type Group, moved } from '#shared/drawing/scene.ts'
import type { Point } from '../gestures/drop.ts'
import type { DrawnLink } from '../links/useLinks.ts'
import type { CanvasScene } from '../scene/buildScene.ts'

/** Where a card's drawing lay last, in its place: so that what did not move stays the same object. */
const placed = new WeakMap<Group, Group>()

function inPlace(group: Group, { x, y }: { x: number; y: number }): Group {
  const known = placed.get(group)
  if (known && known.x === x && known.y === y) return known
  const fresh = moved(group, x, y)
  placed.set(group, fresh)
  return fresh
}

/** What is painted of a scene, from below to above, in absolute map units; without the cards in the hand and their links. */
export function paintingOf(
  { layout, cards, notes, grid, contents }: CanvasScene,
  links: readonly DrawnLink[],
  held: ReadonlyMap<string, unknown> | null,
): { readonly grid: Group; readonly items: readonly Group[] } {
  const lying = held ? links.filter(({ link }) => !held.has(link.from) && !held.has(link.to)) : links
  const items: Group[] = [...contents, ...lying.map(({ line }) => line)]
  const add = (group: Group, id: string, at: { x: number; y: number } | undefined) => {
    if (at && !held?.has(id)) items.push(inPlace(group, at))
  }
  for (const [id, { group }] of notes) add(group, id, layout.notes.get(id))
  for (const [id, { group }] of cards) add(group, id, layout.touchpoints.get(id))
  for (const { words } of lying) if (words) items.push(words)
  return { grid, items }
}

/** The rest: what is in the hand, where it is held, and the links that follow it. */
export function carriedOf(
  { cards, notes }: CanvasScene,
  links: readonly DrawnLink[],
  held: ReadonlyMap<string, Point>,
): Group[] {
  const following = links.filter(({ link }) => held.has(link.from) || held.has(link.to))
  const groups = [...held].flatMap(([id, at]) => {
    const group = (notes.get(id) ?? cards.get(id))?.group
    return group ? [moved(group, at.x, at.y)] : []
  })
  return [...following.map(({ line }) => line), ...groups]
}
