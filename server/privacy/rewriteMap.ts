import { encodeDoc } from '#shared/doc/encode.ts'
import { inThread } from '../imports/inThread.ts'
import type { Original } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'
import { StoreError } from '../storage/StoreError.ts'
import type { Rooms } from '../sync/Rooms.ts'
import { type Scrubbed, type ScrubRequest, scrubMap, type Wish } from './scrubMap.ts'

/** Bytes of map and versions together that are scrubbed at once; starting a thread takes longer than that. */
const AT_ONCE = 128 * 1024

/** What happens around the rewriting, in the order of the members. Whatever throws leaves everything as it was. */
type Steps = {
  /** Whether it may still be done; edits wait from here on. */
  allow(): Promise<void>
  /** Changes what is kept beside the document, before it is rewritten. Answers what takes that back. */
  beside(scrubbed: Scrubbed): Promise<() => Promise<void>>
}

/**
 * Takes what somebody wishes to be gone out of a map: its document, its log, its snapshots and its versions. A version
 * that can't be read goes, because nobody can tell what it holds. Answers what it came to, or null when the map has no
 * such customer or quote; then nothing has changed. Rejects as `Rooms.rewrite` does.
 */
export async function rewriteMap(
  { rooms, store }: { rooms: Pick<Rooms, 'rewrite'>; store: Store },
  { map, author }: { map: string; author: string },
  wish: Wish,
  { allow, beside }: Steps,
): Promise<Scrubbed | null> {
  let done: Scrubbed | null = null
  let takeBack = async () => {}
  const epoch = (await store.readMap(map))?.epoch
  try {
    await rooms.rewrite(map, author, async doc => {
      await allow()
      done = await scrubAll({ wish, state: encodeDoc(doc), versions: await readVersions(store, map) })
      if (done === null) throw new Unknown()
      takeBack = await beside(done)
      return done
    })
    return done
  } catch (error) {
    // What fails when the words are gone already must not bring any of them back.
    if ((await store.readMap(map))?.epoch === epoch) await takeBack()
    if (error instanceof Unknown) return null
    throw error
  }
}

/** Keeps the store from rewriting what stays the same. */
class Unknown extends Error {}

async function scrubAll(request: ScrubRequest): Promise<Scrubbed | null> {
  const bytes = [...request.versions.values()].reduce((sum, { length }) => sum + length, request.state.length)
  return bytes <= AT_ONCE ? scrubMap(request) : inThread('scrubMap', request)
}

async function readVersions(store: Store, map: string): Promise<Map<number, Uint8Array>> {
  const versions = new Map<number, Uint8Array>()
  for (const { number } of await store.listVersions(map)) {
    const bytes = await store.loadVersion(map, number).catch((error: unknown) => {
      if (error instanceof StoreError && error.code === 'damaged') return null
      throw error
    })
    if (bytes) versions.set(number, bytes)
  }
  return versions
}

/** Lets go of the words before redaction of these quotes. First, so that a crash never leaves them behind alone. */
export async function dropOriginals(
  store: Store,
  map: string,
  quotes: readonly string[],
): Promise<() => Promise<void>> {
  const theirs = new Set(quotes)
  const originals = (await store.listOriginals(map)).filter(({ quote }) => theirs.has(quote))
  await store.deleteOriginals(map, quotes)
  return () => store.putOriginals(map, originals)
}

/** Keeps a quote's words as they are now, unless those before redaction are kept already. */
export async function keepOriginal(store: Store, map: string, original: Original): Promise<() => Promise<void>> {
  if (await store.findOriginal(map, original.quote)) return async () => {}
  await store.putOriginals(map, [original])
  return () => store.deleteOriginals(map, [original.quote])
}
