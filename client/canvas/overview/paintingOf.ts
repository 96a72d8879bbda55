import { type Group, moved } from '#shared/drawing/scene.ts'
import type { DrawnLink } from '../links/useLinks.ts'
import type { CanvasScene } from '../scene/buildScene.ts'

/** What is painted of a scene, from below to above, in absolute map units; without the cards in the hand. */
export function paintingOf(
  { layout, cards, notes, grid, contents }: CanvasScene,
  links: readonly DrawnLink[],
  held: ReadonlyMap<string, unknown> | null,
): { readonly grid: Group; readonly items: readonly Group[] } {
  const items: Group[] = [...contents, ...links.map(({ line }) => line)]
  const add = (group: Group, id: string, at: { x: number; y: number } | undefined) => {
    if (at && !held?.has(id)) items.push(moved(group, at.x, at.y))
  }
  for (const [id, { group }] of notes) add(group, id, layout.notes.get(id))
  for (const [id, { group }] of cards) add(group, id, layout.touchpoints.get(id))
  for (const { words } of links) if (words) items.push(words)
  return { grid, items }
}
