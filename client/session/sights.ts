import type { Group } from '#shared/drawing/scene.ts'
import type { Lane } from '#shared/model/kinds.ts'
import type { MapLayout, Rect } from '#shared/model/layout/MapLayout.ts'
import { keptRecords } from '../browser/keptRecords.ts'
import type { CopyOf } from './copyDatabase.ts'

/**
 * The first sight of a map as this browser saw it last: what is to be seen while the map itself is on its way. It is
 * only ever shown for the history that it belongs to, as a copy is, so that nothing that was erased comes back by it.
 */
export type Sight = CopyOf & {
  /** How large text is. */
  readonly text: number
  /** Pixels from the window's edges to the canvas. */
  readonly at: { readonly left: number; readonly top: number }
  /** All of what lies on the map, though only its beginning is kept. */
  readonly content: Rect
  readonly layout: Pick<MapLayout, 'columns' | 'rows' | 'unsorted'>
  readonly stages: readonly string[]
  readonly lanes: readonly Lane[]
  /** Whether there is a menu beside each name. */
  readonly hasMenus: boolean
  readonly grid: Group
  readonly items: readonly Group[]
}

type Kept = {
  readonly id: string
  /** Epoch milliseconds. */
  readonly keptAt: number
  readonly sight: Sight
}

/** Maps of which a sight is kept: those that somebody comes back to. */
const MOST = 12

const stored = keptRecords<Kept>('verbatim-sights')

/** Whether a sight belongs to this history of the map. */
export function isOf({ epoch, version }: CopyOf, of: CopyOf): boolean {
  return epoch === of.epoch && version === of.version
}

/** Null where there is none. Nothing here rejects: a map without a sight opens all the same. */
export async function readSight(id: string): Promise<Sight | null> {
  return (await stored.get(id))?.sight ?? null
}

/** Keeps it instead of the one before. Those of maps that are not `known` any more go, and the oldest beyond a few. */
export async function keepSight(id: string, sight: Sight, known: readonly string[], now: number): Promise<void> {
  await stored.put({ id, keptAt: now, sight })
  for (const old of surplus(await stored.all(), known)) await dropSight(old)
}

export async function dropSight(id: string): Promise<void> {
  await stored.drop(id)
}

/** The ids of the sights that go. */
export function surplus(kept: readonly Pick<Kept, 'id' | 'keptAt'>[], known: readonly string[]): string[] {
  const mine = kept.filter(({ id }) => known.includes(id)).toSorted((a, b) => b.keptAt - a.keptAt)
  const stay = new Set(mine.slice(0, MOST).map(({ id }) => id))
  return kept.map(({ id }) => id).filter(id => !stay.has(id))
}
