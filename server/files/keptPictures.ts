import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { StoredFile } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'

/** The pictures on a map's notes that are kept for it, each once, in the order of their hashes. */
export async function keptPictures(
  store: Pick<Store, 'findFile'>,
  id: string,
  map: MapDocument,
): Promise<StoredFile[]> {
  const named = new Set(map.notes.flatMap(({ image }) => (image !== null && isHash(image) ? [image] : [])))
  const found = await Promise.all([...named].toSorted().map(hash => store.findFile(id, hash)))
  return found.filter(file => file !== null)
}

/** Whether a text has the form of a SHA-256 in hex. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
