import { type ListChanges, listChanges } from './listChanges.ts'

/** The records of one kind as its list changes: by id, and what came and went since the last look. */
export class Roll<T extends { readonly id: string }> {
  readonly #byId = new Map<string, T>()
  #list: readonly T[] = []

  get list(): readonly T[] {
    return this.#list
  }

  get(id: string | null): T | undefined {
    return id === null ? undefined : this.#byId.get(id)
  }

  follow(list: readonly T[]): ListChanges<T> {
    const changes = listChanges(this.#list, list)
    this.#list = list
    for (const { id } of changes.gone) this.#byId.delete(id)
    for (const record of changes.come) this.#byId.set(record.id, record)
    return changes
  }
}
