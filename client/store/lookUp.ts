type Named = { readonly id: string }

/** Where a record stood when a list with it was last walked over: in the next list nearly always there again. */
const places = new Map<string, number>()
/** The places of the records in lists in which more than one was not where it stood before; null after the first. */
const walked = new WeakMap<readonly Named[], ReadonlyMap<string, number> | null>()
/** Places that are kept. Beyond these they are learned anew. */
const MOST = 100_000

/**
 * The record of an id in a list of the map. An edit makes a new list, in which records mostly stand where they stood:
 * so a list is indexed only when several are not found there.
 */
export function lookUp<T extends Named>(list: readonly T[], id: string | null | undefined): T | undefined {
  if (!id) return undefined
  const guess = list[places.get(id) ?? -1]
  return guess?.id === id ? guess : list[placeIn(list, id)]
}

function placeIn(list: readonly Named[], id: string): number {
  let known = walked.get(list)
  if (known === undefined) {
    walked.set(list, null)
    const at = list.findIndex(record => record.id === id)
    if (at >= 0) places.set(id, at)
    return at
  }
  if (known === null) {
    known = new Map(list.map((record, at) => [record.id, at]))
    walked.set(list, known)
    if (places.size + known.size > MOST) places.clear()
    for (const [key, at] of known) places.set(key, at)
  }
  return known.get(id) ?? -1
}
