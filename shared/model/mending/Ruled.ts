import { listChanges } from '../../util/listChanges.ts'

/** Which records of a list a rule has to look at again: what came, also what it changed before, or all. */
export type Scope = 'changed' | 'mended' | 'all'

/**
 * A list after a rule, as the list changes. The rule answers the record itself where nothing is to be done, another in
 * its place, or null to leave it out. Only records for which it did something are remembered, so a sound list costs
 * nothing and comes out as the very same array.
 */
export class Ruled<T extends object> {
  readonly #mended = new Map<T, T | null>()
  #given: readonly T[] = []
  #made: readonly T[] = []

  apply(given: readonly T[], rule: (record: T) => T | null, scope: Scope): readonly T[] {
    const { gone, come } = listChanges(this.#given, given)
    if (given === this.#given && scope !== 'all' && (scope === 'changed' || this.#mended.size === 0)) return this.#made
    for (const record of gone) this.#mended.delete(record)
    const again = scope === 'all' ? given : scope === 'mended' ? [...this.#mended.keys(), ...come] : come
    for (const record of again) {
      const ruled = rule(record)
      if (ruled === record) this.#mended.delete(record)
      else this.#mended.set(record, sameOr(this.#mended.get(record), ruled))
    }
    this.#given = given
    this.#made = this.#mended.size === 0 ? given : sameItemsOr(this.#made, this.#replaced(given))
    return this.#made
  }

  #replaced(given: readonly T[]): T[] {
    const list: T[] = []
    for (const record of given) {
      const ruled = this.#mended.get(record)
      if (ruled === undefined) list.push(record)
      else if (ruled !== null) list.push(ruled)
    }
    return list
  }
}

/** The old record where the new one says the same, so that nobody who shows it has to look again. */
function sameOr<T extends object>(old: T | null | undefined, fresh: T | null): T | null {
  if (!old || !fresh) return fresh
  const fields = Object.keys(fresh) as (keyof T)[]
  return fields.every(field => isSame(old[field], fresh[field])) ? old : fresh
}

function sameItemsOr<T>(old: readonly T[], fresh: readonly T[]): readonly T[] {
  return isSame(old, fresh) ? old : fresh
}

/** The same value, or lists of the same values. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b)
  return a.length === b.length && a.every((item, index) => item === b[index])
}
