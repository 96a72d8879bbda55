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

  follow(list: readonly T[], { gone, come, reordered, inPlace }: ListChanges<T>): void {
    this.#list = list
    if (inPlace && gone.every((record, at) => this.#swap(record, come[at] as T))) return
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

  /** Puts a record into the place of another that stood under the same keys. Answers whether that could be done. */
  #swap(gone: T, come: T): boolean {
    const keys = listed(this.#keysOf(gone))
    const others = listed(this.#keysOf(come))
    if (keys.length !== others.length || keys.some((key, at) => key !== others[at])) return false
    for (const key of keys) {
      if (this.#stale.has(key)) continue
      const group = this.#groups.get(key)
      const at = group?.indexOf(gone) ?? -1
      if (!group || at < 0) return false
      this.#groups.set(key, group.with(at, come))
    }
    return true
  }

  #touch(record: T): void {
    for (const key of listed(this.#keysOf(record))) this.#stale.add(key)
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

function listed(keys: string | null | readonly string[]): readonly string[] {
  return keys === null ? NOTHING : typeof keys === 'string' ? [keys] : keys
}
