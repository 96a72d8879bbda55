/** Calls `make` when first asked, then keeps the answer. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Works an answer out when first asked for it, then keeps it per key. */
export function remember<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, { value: T }>()
  return key => {
    let entry = known.get(key)
    if (!entry) {
      entry = { value: answer(key) }
      known.set(key, entry)
    }
    return entry.value
  }
}

/** Records by their id. */
export function byId<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map(record => [record.id, record]))
}

/** Puts an item at the end of a key's list. */
export function append<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

/** Records in lists by key, each in the order given. (`Map.groupBy` is missing on phones that are only a few years old.) */
export function groupBy<K, T>(records: readonly T[], keyOf: (record: T) => K): ReadonlyMap<K, readonly T[]> {
  const lists = new Map<K, T[]>()
  for (const record of records) append(lists, keyOf(record), record)
  return lists
}
