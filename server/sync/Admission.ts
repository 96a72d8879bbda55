import * as Y from 'yjs'
import { rootOf } from '#shared/doc/roots.ts'
import { MAP_RECORD } from '#shared/model/records/map.ts'
import { addsNothing, type Claim, hasStructs, isWhole, newClients, onlyNew, readClaim } from './admit.ts'
import { hasModestValues, isShallow } from './isModest.ts'
import { isOrderly } from './isOrderly.ts'
import { dropEmptyRoots, hasPending } from './loadMap.ts'
import type { MapSize } from './MapSize.ts'
import type { Owners } from './Owners.ts'
import type { Unsaved } from './Unsaved.ts'

/**
 * What became of an update that somebody sent. `gap`: it builds on something that is not here, or not on disk yet;
 * nothing of it waits. `unreadable`: it is no update, and nothing happened. `broken`: no client could have written it
 * so, and the document may hold half of it. `foreign`: it writes under somebody else's client id, and nothing happened.
 * `full`: too much waits for the disk, and nothing happened. `too large`: the map would hold more than a map may, and
 * nothing happened. `reserved`: it changes what only facilitators may, and the document holds it.
 */
export type Admitted = 'whole' | 'gap' | 'unreadable' | 'broken' | 'foreign' | 'full' | 'too large' | 'reserved'

type Needed = {
  /** The document as it is now. */
  doc(): Y.Doc
  owners: Owners
  unsaved: Unsaved
  size: MapSize
  /** The author who is here under this client id, as presence tells; null for none. */
  presentAs(client: number): string | null
}

/** The door of a document: every update is looked at before anything of it is applied. */
export class Admission {
  readonly #needed: Needed

  constructor(needed: Needed) {
    this.#needed = needed
  }

  /** What an update would do if it were applied, and under which client ids it would write. Changes nothing. */
  preview(update: Uint8Array): { would: 'nothing' | 'something' | 'unreadable'; clients: ReadonlySet<number> } {
    const claim = readClaim(update)
    if (!claim) return { would: 'unreadable', clients: new Set() }
    const doc = this.#needed.doc()
    return { would: addsNothing(doc, claim) ? 'nothing' : 'something', clients: newClients(doc, claim) }
  }

  /**
   * Applies an update as far as it may come in. `isFull`: nothing new may wait for the disk. `mayRule`: whether its author
   * may change what only facilitators may.
   */
  admit(update: Uint8Array, author: string, { isFull, mayRule }: { isFull: boolean; mayRule: boolean }): Admitted {
    const { owners, unsaved, size } = this.#needed
    const doc = this.#needed.doc()
    const claim = readClaim(update)
    if (!claim || !hasModestValues(claim)) return 'unreadable'
    if (isFull && !addsNothing(doc, claim)) return 'full'
    const clients = newClients(doc, claim)
    for (const client of clients) if (this.#isForeign(client, author)) return 'foreign'
    if (!isWhole(doc, claim) || unsaved.isUnder(claim, author)) return 'gap'
    if (!size.hasRoomFor(update, claim)) return 'too large'
    const states = new Map([...clients].map(client => [client, Y.getState(doc.store, client)]))
    const roots = doc.share.size
    const rule = ruleOf(doc)
    if (!applyOrderly(doc, update, claim)) return 'broken'
    if (!mayRule && ruleOf(doc) !== rule) return 'reserved'
    // Yjs passes over a part of a hand-made frame that names one client twice, and makes a root for every name in it.
    const isComplete = hasStructs(doc, claim)
    if (!isComplete) dropEmptyRoots(doc, roots)
    for (const [client, before] of states) {
      const after = Y.getState(doc.store, client)
      if (after > 0) owners.claim(client, author)
      unsaved.add(client, before, after, author)
    }
    return isComplete ? 'whole' : 'gap'
  }

  /** Whose nobody knows, and what the document holds already, is the server's own. */
  #isForeign(client: number, author: string): boolean {
    const owner = this.#needed.owners.of(client)
    if (owner !== null) return owner !== author
    const known = Y.getState(this.#needed.doc().store, client) > 0
    return known || (this.#needed.presentAs(client) ?? author) !== author
  }
}

/** What only facilitators may change: who may see words as they were before redaction. */
function ruleOf(doc: Y.Doc): unknown {
  const info = rootOf(doc, 'map').get(MAP_RECORD)
  return info instanceof Y.Map ? info.get('originalsFor') : undefined
}

/** False when no client could have written it so; then the document may hold half of it. */
function applyOrderly(doc: Y.Doc, update: Uint8Array, claim: Claim): boolean {
  try {
    const fresh = onlyNew(doc, update, claim)
    return doc.transact(() => {
      Y.applyUpdate(doc, fresh.update)
      // Items that build on each other, do not lie between their neighbours, or lie too deep in others.
      return !hasPending(doc) && isOrderly(doc, fresh.claim) && isShallow(doc, fresh.claim)
    })
  } catch {
    return false
  }
}
