import type { ListChanges } from '../../util/listChanges.ts'
import type { NameSpace } from '../field.ts'
import type { KindName } from '../kindNames.ts'
import type { Scope } from './Ruled.ts'

type Named = { readonly id: string }

/** What can be named on a map, as its lists change. A round is one state of the map. */
export class Names {
  readonly #records = new Map<KindName, Map<string, Named>>()
  readonly #lost = new Set<KindName>()
  readonly #gained = new Set<KindName>()

  beginRound(): void {
    this.#lost.clear()
    this.#gained.clear()
  }

  follow(kind: KindName, { gone, come }: ListChanges<Named>): void {
    const records = this.#records.get(kind) ?? new Map<string, Named>()
    this.#records.set(kind, records)
    const left = new Set(gone.map(({ id }) => id))
    for (const record of come) {
      if (!left.delete(record.id) && !records.has(record.id)) this.#gained.add(kind)
      records.set(record.id, record)
    }
    for (const id of left) records.delete(id)
    if (left.size > 0) this.#lost.add(kind)
  }

  get(kind: KindName, id: string): Named | undefined {
    return this.#records.get(kind)?.get(id)
  }

  /** Whether a value names something. `''` names nothing. */
  has(spaces: readonly NameSpace[], value: unknown): boolean {
    if (typeof value !== 'string' || value === '') return false
    return spaces.some(space =>
      typeof space === 'string' ? (this.#records.get(space)?.has(value) ?? false) : space.words.includes(value),
    )
  }

  /** Whose references to these have to be looked at in this round: a name that came mends only what was broken. */
  scopeOf(spaces: readonly NameSpace[]): Scope {
    const kinds = spaces.filter(space => typeof space === 'string')
    if (kinds.some(kind => this.#lost.has(kind))) return 'all'
    return kinds.some(kind => this.#gained.has(kind)) ? 'mended' : 'changed'
  }
}
