import { encodeDoc } from '#shared/doc/encode.ts'
import { seed } from '#shared/doc/seed.ts'
import { newMapId } from '#shared/model/ids.ts'
import { MAX_ENCODED } from '#shared/model/limits.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { ROLES } from '../access/roles.ts'
import { newOwnerId } from '../access/tokens.ts'
import type { NewLink, Original } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'

type Request = { map: MapDocument; originals: readonly Original[]; now: number }

/** The id and the links (one of each role) of a map that was made; null: it is over the limit of one map's bytes. */
export async function createMap(
  store: Pick<Store, 'createMap'>,
  { map, originals, now }: Request,
): Promise<{ id: string; links: readonly NewLink[] } | null> {
  const doc = seed(map, { person: '', now })
  const update = encodeDoc(doc)
  doc.destroy()
  if (update.length > MAX_ENCODED) return null
  const id = newMapId()
  const links = ROLES.map(role => ({ id: newOwnerId('link'), role, label: '', createdAt: now, expiresAt: null }))
  await store.createMap({ id, createdAt: now, author: '', update, links, alongside: { originals } })
  return { id, links }
}
