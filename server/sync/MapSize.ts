import * as Y from 'yjs'
import { KIND_NAMES } from '#shared/model/kindNames.ts'
import { MAX_ENCODED, MAX_QUOTES, MAX_RECORDS, MAX_TOUCHPOINTS } from '#shared/model/limits.ts'
import { type Claim, onlyNew } from './admit.ts'
import { OWN_ROOM } from './limits.ts'

/** A map would hold more than a map may. Nothing of what brought that about was kept. */
export class MapTooLarge extends Error {
  override readonly name = 'MapTooLarge'
}

const MOST: Readonly<Record<string, number>> = {
  ...Object.fromEntries(KIND_NAMES.map(kind => [kind, MAX_RECORDS])),
  touchpoints: MAX_TOUCHPOINTS,
  quotes: MAX_QUOTES,
}

/**
 * How large a map is, so that it stays one that can be opened, exported and imported. What is added is only summed up;
 * the whole map is encoded to measure it when the sum reaches the limit, which it does sooner than the map, because
 * what was typed letter by letter and what was deleted shrinks.
 */
export class MapSize {
  readonly #doc: () => Y.Doc
  readonly #measure: () => number
  /** Bytes of the map, encoded, or more. */
  #bytes = Number.POSITIVE_INFINITY
  #isExact = false

  /** `measure` answers the bytes of the document, encoded. */
  constructor(doc: () => Y.Doc, measure: () => number) {
    this.#doc = doc
    this.#measure = measure
  }

  /** Whether the map may take this in. What brings nothing new, and what only deletes, always fits. */
  hasRoomFor(update: Uint8Array, claim: Claim): boolean {
    const fresh = claim.structs.filter(struct => struct.id.clock + struct.length > this.#state(struct.id.client))
    if (fresh.length === 0) return true
    return this.#hasRoomForBytes(update, claim) && this.#hasRoomForRecords(fresh)
  }

  /** Whether an edit of the server's own, already made, has left the map within bounds. */
  isWithin(): boolean {
    const most = MAX_ENCODED + OWN_ROOM
    return this.#bytes <= most || this.#exact() <= most
  }

  grewBy(bytes: number): void {
    this.#bytes += bytes
    this.#isExact = false
  }

  /** The document is another one now. */
  forget(): void {
    this.#bytes = Number.POSITIVE_INFINITY
    this.#isExact = false
  }

  #hasRoomForBytes(update: Uint8Array, claim: Claim): boolean {
    if (this.#bytes + update.byteLength <= MAX_ENCODED) return true
    // Most of it may be known: clients that come back say again what they have.
    return this.#exact() + onlyNew(this.#doc(), update, claim).update.byteLength <= MAX_ENCODED
  }

  #exact(): number {
    if (!this.#isExact) this.#bytes = this.#measure()
    this.#isExact = true
    return this.#bytes
  }

  /** Deleted records count too, for undo brings them back. */
  #hasRoomForRecords(structs: Claim['structs']): boolean {
    const added = new Map<string, Set<string>>()
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.parentSub === null) continue
      // A root is named by its name as long as an update has not been applied.
      const root: unknown = struct.parent
      if (typeof root !== 'string' || MOST[root] === undefined) continue
      added.set(root, (added.get(root) ?? new Set()).add(struct.parentSub))
    }
    return [...added].every(([root, ids]) => {
      const most = MOST[root] ?? MAX_RECORDS
      const records = this.#doc().getMap(root)
      // Counting walks through all of them; what was ever there is known at once.
      if (records._map.size + ids.size <= most) return true
      return records.size + [...ids].filter(id => !records.has(id)).length <= most
    })
  }

  #state(client: number): number {
    return Y.getState(this.#doc().store, client)
  }
}
