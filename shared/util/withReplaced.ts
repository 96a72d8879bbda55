/** Replaced values beyond which a map of its own is made. */
const MOST = 64

/**
 * A map with other values for some of its keys; the keys and their order stay. Takes time for what is replaced and not
 * for the whole map, which must not change any more.
 *
 * @throws RangeError for a key that the map does not have
 */
export function withReplaced<K, V>(map: ReadonlyMap<K, V>, values: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  for (const key of values.keys()) if (!map.has(key)) throw new RangeError('Only what is there can be replaced.')
  const below = map instanceof Replaced ? (map as Replaced<K, V>) : null
  const replaced = new Replaced(below?.base ?? map, new Map([...(below?.replaced ?? []), ...values]))
  return replaced.replaced.size > MOST ? new Map(replaced) : replaced
}

class Replaced<K, V> implements ReadonlyMap<K, V> {
  readonly base: ReadonlyMap<K, V>
  readonly replaced: ReadonlyMap<K, V>

  constructor(base: ReadonlyMap<K, V>, replaced: ReadonlyMap<K, V>) {
    this.base = base
    this.replaced = replaced
  }

  get size(): number {
    return this.base.size
  }

  has(key: K): boolean {
    return this.base.has(key)
  }

  get(key: K): V | undefined {
    return this.replaced.has(key) ? this.replaced.get(key) : this.base.get(key)
  }

  forEach(act: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) act(value, key, this)
  }

  keys(): MapIterator<K> {
    return this.base.keys()
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value
  }

  *entries(): MapIterator<[K, V]> {
    for (const entry of this.base) {
      const [key] = entry
      yield this.replaced.has(key) ? [key, this.replaced.get(key) as V] : entry
    }
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }
}
