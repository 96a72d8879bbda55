/** The records of one kind by a key, and those made on the way. */
export class Shelf<R extends { id: string }> {
  readonly ids: Set<string>
  readonly #byKey: Map<string, string>
  readonly #made: { record: R; at: number }[] = []

  constructor(existing: readonly R[], key: (record: R) => string) {
    this.ids = new Set(existing.map(({ id }) => id))
    this.#byKey = new Map(existing.toReversed().map(record => [key(record), record.id]))
  }

  get size(): number {
    return this.ids.size
  }

  has(key: string): boolean {
    return this.#byKey.has(key)
  }

  /** The id of the record under `key`, made when there is none; `at` is its place among those made. */
  take(key: string, at: number, make: () => R): string {
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    const record = make()
    this.#byKey.set(key, record.id)
    this.ids.add(record.id)
    this.#made.push({ record, at })
    return record.id
  }

  made(): R[] {
    return this.#made.toSorted((a, b) => a.at - b.at).map(({ record }) => record)
  }
}
