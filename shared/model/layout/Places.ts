import type { MapDocument } from '../MapDocument.ts'
import type { Card } from './cell.ts'
import { CARD_WIDTH, type MapLayout, type Placed, type Rect, rectOf } from './MapLayout.ts'

export type Rects = Pick<MapLayout, 'touchpoints' | 'notes'>

/** Where cards lie by id, in the order of the map. Keeps the maps of before while nothing in them changes. */
export class Places {
  readonly #before: Rects
  readonly #moved = { touchpoints: new Map<string, Rect>(), notes: new Map<string, Rect>() }

  constructor(before: Rects) {
    this.#before = before
  }

  put(cards: readonly Placed[]): void {
    for (const { id, kind, rect } of cards) if (this.#before[kind].get(id) !== rect) this.#moved[kind].set(id, rect)
  }

  putFree({ id, kind, at, size }: Card): void {
    const rect = rectOf(at?.x ?? 0, at?.y ?? 0, size(CARD_WIDTH))
    const old = this.#before[kind].get(id)
    this.put([{ id, kind, stacked: false, rect: old && isSameRect(old, rect) ? old : rect }])
  }

  /** What is not on the map any more lies nowhere. */
  done(map: MapDocument): Rects {
    return { touchpoints: this.#of('touchpoints', map.touchpoints), notes: this.#of('notes', map.notes) }
  }

  #of(kind: keyof Rects, records: readonly { id: string }[]): ReadonlyMap<string, Rect> {
    const [before, moved] = [this.#before[kind], this.#moved[kind]]
    if (moved.size === 0 && hasKeys(before, records)) return before
    const rects = new Map<string, Rect>()
    for (const { id } of records) {
      const rect = moved.get(id) ?? before.get(id)
      if (rect) rects.set(id, rect)
    }
    return rects
  }
}

/** Whether a map has the ids of these records, in their order. */
function hasKeys(rects: ReadonlyMap<string, Rect>, records: readonly { id: string }[]): boolean {
  if (rects.size !== records.length) return false
  let at = 0
  for (const id of rects.keys()) {
    if (records[at]?.id !== id) return false
    at += 1
  }
  return true
}

/** Whether two rectangles are the same; none is the same as nothing. */
export function isSameRect(a: Rect, b: Rect | undefined): boolean {
  return b !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}
