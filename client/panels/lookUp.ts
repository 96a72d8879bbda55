const indexes = new WeakMap<readonly { id: string }[], ReadonlyMap<string, { id: string }>>()

/** The record of an id in a list of the map. A list is indexed once; lists keep their identity until they change. */
export function lookUp<T extends { id: string }>(list: readonly T[], id: string | null | undefined): T | undefined {
  let index = indexes.get(list)
  if (!index) {
    index = new Map(list.map(record => [record.id, record]))
    indexes.set(list, index)
  }
  return index.get(id ?? '') as T | undefined
}
