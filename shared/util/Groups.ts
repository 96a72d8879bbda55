import type { ListChanges } from './listChanges.ts'

/** Under which keys a record stands. */
export type KeysOf<T> = (record: T) => string | null | readonly string[]

/**
 * Records of a list by key, each group in the order of the list, as the list changes. Groups that changed are gathered
 * again when next asked for, all of them in one walk over the list.
 */
export class Groups<T> {
  readonly #keysOf: KeysOf<T>
  readonly #groups = new Map<string, T[]>()
  /** Keys whose group has to be gathered. */
  readonly #stale = new Set<string>()
  #list: readonly T[] = []

  constructor(keysOf: KeysOf<T>) {
    this.#keysOf = keysOf
  }

  follow(list: readonly T[], { gone, come, reordered }: ListChanges<T>): void {
    this.#list = list
    for (const record of gone) this.#touch(record)
    for (const record of come) this.#touch(record)
    if (reordered) for (const key of this.#groups.keys()) this.#stale.add(key)
  }

  /** What stands under a key may have changed, though the records did not. */
  touch(key: string): void {
    this.#stale.add(key)
  }

  get(key: string | null): readonly T[] {
    if (key === null) return NOTHING
    if (this.#stale.has(key)) this.#gather()
    return this.#groups.get(key) ?? NOTHING
  }

  #touch(record: T): void {
    const keys = this.#keysOf(record)
    if (typeof keys === 'string') this.#stale.add(keys)
    else if (keys) for (const key of keys) this.#stale.add(key)
  }

  #gather(): void {
    for (const key of this.#stale) this.#groups.delete(key)
    for (const record of this.#list) {
      const keys = this.#keysOf(record)
      if (typeof keys === 'string') this.#put(keys, record)
      else if (keys) for (const key of keys) this.#put(key, record)
    }
    this.#stale.clear()
  }

  #put(key: string, record: T): void {
    if (!this.#stale.has(key)) return
    const group = this.#groups.get(key)
    if (!group) this.#groups.set(key, [record])
    // A record that stands under one key twice is one record.
    else if (group.at(-1) !== record) group.push(record)
  }
}

const NOTHING: readonly never[] = []
