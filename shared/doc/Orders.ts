import type * as Y from 'yjs'
import type { KindName } from '../model/kindNames.ts'
import { byOrder, keysBetween, type Ordered } from '../model/order.ts'
import { storedOrders } from './stored.ts'

/**
 * The order keys of one kind during one edit. Deleted records keep their place, so that a restored one
 * comes back where it stood.
 */
export class Orders {
  private readonly sorted: Ordered[]
  private readonly write: (id: string, order: string) => void

  constructor(doc: Y.Doc, kind: KindName, write: (id: string, order: string) => void) {
    this.sorted = storedOrders(doc, kind).sort(byOrder)
    this.write = write
  }

  /** Writes keys that put these ids, in this order, before the given record (null or unknown: at the end). */
  place(ids: readonly string[], before: string | null): void {
    const moving = new Set(ids)
    let index = before === null ? -1 : this.sorted.findIndex(entry => entry.id === before)
    if (index < 0) index = this.sorted.length
    while (index < this.sorted.length && moving.has(this.sorted[index]?.id ?? '')) index++
    const next = this.sorted[index] ?? null
    const others = this.sorted.filter(entry => !moving.has(entry.id))
    const at = next ? others.indexOf(next) : others.length
    const previous = others[at - 1] ?? null

    const keys = keysBetween(previous?.order ?? null, next?.order ?? null, ids.length)
    const placed = keys ? ids.map((id, i) => ({ id, order: keys[i] ?? '' })) : null
    if (placed) {
      others.splice(at, 0, ...placed)
      for (const entry of placed) this.write(entry.id, entry.order)
    } else {
      // No room: two equal keys, or a hostile one. All keys of this kind are written anew, which happens once.
      others.splice(at, 0, ...ids.map(id => ({ id, order: '' })))
      const fresh = keysBetween(null, null, others.length) ?? []
      others.forEach((entry, i) => {
        entry.order = fresh[i] ?? ''
        this.write(entry.id, entry.order)
      })
    }
    this.sorted.splice(0, this.sorted.length, ...others)
  }
}
