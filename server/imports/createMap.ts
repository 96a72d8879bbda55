import { newMapId } from '#shared/model/ids.ts'
import { ROLES } from '#shared/model/roles.ts'
import { newOwnerId } from '../access/tokens.ts'
import type { NewLink } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'
import { inThread } from './inThread.ts'
import { type MapRequest, prepareMap, type Refused } from './prepareMap.ts'

export type Created =
  | { ok: true; id: string; title: string; links: readonly NewLink[]; warnings: readonly string[] }
  | Refused

/** Bytes of a body that are dealt with at once, which takes some 50 ms; starting a thread takes longer than that. */
const AT_ONCE = 512 * 1024

/** Makes the map that a request asks for, with one link of each role. The body is gone afterwards. */
export async function createMap(
  store: Pick<Store, 'createMap'>,
  request: MapRequest & { body: Uint8Array<ArrayBuffer> },
): Promise<Created> {
  const prepared = await prepare(request)
  if (!prepared.ok) return prepared
  const { title, update, originals, files, warnings } = prepared
  const id = newMapId()
  const at = { createdAt: request.now, expiresAt: null }
  const links = ROLES.map(role => ({ id: newOwnerId('link'), role, label: '', ...at }))
  await store.createMap({ id, createdAt: request.now, author: '', update, links, alongside: { originals, files } })
  return { ok: true, id, title, links, warnings }
}

async function prepare(request: MapRequest & { body: Uint8Array<ArrayBuffer> }) {
  if (request.body.length <= AT_ONCE) return prepareMap(request)
  return inThread('prepareMap', request, [request.body.buffer])
}
