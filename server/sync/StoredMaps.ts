import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import { encodeWholeMap } from '#shared/protocol/wholeMap.ts'
import type { Store } from '../storage/Store.ts'
import { STORED_KEPT } from './limits.ts'

/** A map as it is sent, and whatever else is made of that, such as the same compressed. */
export type StoredMap = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly made: Map<string, Promise<Uint8Array<ArrayBuffer>>>
}

type Kept = { readonly epoch: number; readonly read: Promise<StoredMap | null> }

/**
 * Maps as they lie on the disk, for whoever comes with nothing of them. No room is loaded for that, nothing is decoded
 * and nothing encoded; and those who come within the same seconds share what was read: what was written since they get
 * over the socket.
 */
export class StoredMaps {
  readonly #store: Pick<Store, 'readMap' | 'load'>
  readonly #kept = new Map<string, Kept>()

  constructor(store: Pick<Store, 'readMap' | 'load'>) {
    this.#store = store
  }

  /** Null for an unknown map, and for one whose log is damaged. Rejects as the store does. */
  async read(map: string): Promise<StoredMap | null> {
    // Asked each time: of what was erased meanwhile nothing goes out.
    const record = await this.#store.readMap(map)
    if (!record) return null
    const kept = this.#kept.get(map)
    if (kept?.epoch === record.epoch) return kept.read
    const fresh: Kept = { epoch: record.epoch, read: this.#load(map, record.epoch) }
    this.#kept.set(map, fresh)
    const forget = () => {
      if (this.#kept.get(map) === fresh) this.#kept.delete(map)
    }
    // Nothing that the end of the server waits for.
    setTimeout(forget, STORED_KEPT).unref()
    fresh.read.catch(forget)
    return fresh.read
  }

  async #load(map: string, epoch: number): Promise<StoredMap | null> {
    const loaded = await this.#store.load(map)
    if (!loaded || loaded.damaged !== null || loaded.epoch !== epoch) return null
    const updates = [...(loaded.snapshot ? [loaded.snapshot] : []), ...loaded.updates]
    return { bytes: encodeWholeMap({ epoch, version: DOCUMENT_VERSION, updates }), made: new Map() }
  }
}
