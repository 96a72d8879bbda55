import { byOrder, type Ordered } from '#shared/model/order.ts'

/**
 * A list in the order of the map after some of its records were written: those of the touched ids leave their places,
 * and `fresh`, what there is of them now, comes where it belongs.
 */
export function mergeEntries<T extends Ordered>(
  list: readonly T[],
  touched: ReadonlySet<string>,
  fresh: readonly T[],
): readonly T[] {
  return withOthers(list, touched, fresh) ?? inOrder(list, touched, fresh)
}

/** The list where none of the touched records came, went or moved, as with a letter; else null. */
function withOthers<T extends Ordered>(
  list: readonly T[],
  touched: ReadonlySet<string>,
  fresh: readonly T[],
): readonly T[] | null {
  const now = new Map(fresh.map(entry => [entry.id, entry]))
  let stayed = 0
  const others = list.map(entry => {
    const other = now.get(entry.id)
    if (other === undefined || other.order !== entry.order) return entry
    stayed += 1
    return other
  })
  return stayed === touched.size ? others : null
}

function inOrder<T extends Ordered>(
  list: readonly T[],
  touched: ReadonlySet<string>,
  fresh: readonly T[],
): readonly T[] {
  const coming = [...fresh].sort(byOrder)
  const merged: T[] = []
  let next = 0
  for (const entry of list) {
    if (touched.has(entry.id)) continue
    for (let first = coming[next]; first && byOrder(first, entry) < 0; first = coming[next]) {
      merged.push(first)
      next += 1
    }
    merged.push(entry)
  }
  merged.push(...coming.slice(next))
  return merged
}
