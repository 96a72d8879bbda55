import { keptRecords } from '../browser/keptRecords.ts'

/**
 * Small pictures of the maps of this browser, one in each theme, kept in IndexedDB. A browser that keeps nothing
 * remembers them until the page is closed. Nothing here throws: a map without a picture is still a map.
 */
export type MapPicture = {
  light: Blob
  dark: Blob
  /** The map's epoch when it was painted: of a later one, words may be gone that can be read here. */
  epoch: number
}

type Kept = MapPicture & {
  id: string
  /** When it was painted, epoch milliseconds. */
  at: number
}

/** More than anybody looks through on the first page. */
const MOST = 40
/** Bytes of all pictures together; one has about ten thousand. */
const MOST_BYTES = 2 * 1024 * 1024

const stored = keptRecords<Kept>('verbatim-pictures')
const memory = new Map<string, Kept>()
type Listener = (id: string) => void
const listeners = new Set<Listener>()

/** Calls back when a map's picture was kept or taken away. Returns what stops it. */
export function onMapPictures(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The picture of a map, or null where there is none. `currentPicture` tells whether it may be shown. */
export async function mapPicture(id: string): Promise<MapPicture | null> {
  return memory.get(id) ?? (await stored.get(id)) ?? null
}

/**
 * Keeps a map's picture, instead of the one before. Those of maps that are not `known` any more go, and the oldest where
 * there are too many. `now` in epoch milliseconds.
 */
export async function keepMapPicture(
  id: string,
  { light, dark, epoch }: MapPicture,
  known: readonly string[],
  now: number,
): Promise<void> {
  const kept: Kept = { id, light, dark, epoch, at: now }
  if (await stored.put(kept)) memory.delete(id)
  else memory.set(id, kept)
  const all = [...(await stored.all()), ...memory.values()]
  for (const old of surplus(all, known)) await dropMapPicture(old)
  tell(id)
}

/** Takes the picture of a map away. */
export async function dropMapPicture(id: string): Promise<void> {
  memory.delete(id)
  await stored.drop(id)
  tell(id)
}

/** The ids of the pictures that go: of maps that are not known, and the oldest beyond number and bytes. */
export function surplus(kept: readonly Omit<Kept, 'epoch'>[], known: readonly string[]): string[] {
  let count = 0
  let bytes = 0
  return kept
    .toSorted((a, b) => b.at - a.at)
    .filter(({ id, light, dark }) => {
      if (!known.includes(id)) return true
      count++
      bytes += light.size + dark.size
      return count > MOST || bytes > MOST_BYTES
    })
    .map(({ id }) => id)
}

function tell(id: string): void {
  for (const listener of listeners) listener(id)
}
