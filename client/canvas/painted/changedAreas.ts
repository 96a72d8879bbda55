import type { Group } from '#shared/drawing/scene.ts'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { listChanges } from '#shared/util/listChanges.ts'

/** More changed areas than these are no quicker to paint than everything. */
const MOST = 60
/** So many other objects are hardly ever the same to look at. */
const MOST_LOOKED_AT = 10 * MOST

/** Where two paintings of a map differ, in map units; null when that is too much to tell apart. */
export function changedAreas(before: readonly Group[], after: readonly Group[]): Rect[] | null {
  // Most of a painting is the same objects; only what is left is compared by what it is.
  const { gone, come } = listChanges(before, after)
  if (come.length > MOST_LOOKED_AT) return null
  const left = new Map(gone.map(group => [keyOf(group), group]))
  const areas: Rect[] = []
  for (const group of come) {
    const key = keyOf(group)
    const old = left.get(key)
    left.delete(key)
    if (old && isSame(old, group)) continue
    areas.push(group)
    if (old) areas.push(old)
    if (areas.length > MOST) return null
  }
  areas.push(...left.values())
  return areas.length > MOST ? null : areas.map(({ x, y, width, height }) => ({ x, y, width, height }))
}

function keyOf({ kind, id }: Group): string {
  return `${kind} ${id}`
}

function isSame(one: Group, other: Group): boolean {
  return one.items === other.items && one.x === other.x && one.y === other.y && one.width === other.width
}
