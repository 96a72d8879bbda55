/**
 * Whose the client ids of one map are: the author's who first wrote under them, for the life of the map. Without this
 * an editor could write words that look like an absent colleague's, and that colleague's own next edit would be taken
 * for known and lost.
 */
export class Owners {
  readonly #authors: Map<number, string>
  /** What the next log entry of an author has to bring to the disk. */
  readonly #unsaved = new Map<string, Set<number>>()

  constructor(authors: ReadonlyMap<number, string>) {
    this.#authors = new Map(authors)
  }

  /** Null for a client id that is nobody's. */
  of(client: number): string | null {
    return this.#authors.get(client) ?? null
  }

  claim(client: number, author: string): void {
    if (this.#authors.has(client)) return
    this.#authors.set(client, author)
    const unsaved = this.#unsaved.get(author) ?? new Set()
    this.#unsaved.set(author, unsaved.add(client))
  }

  unsaved(author: string): number[] {
    return [...(this.#unsaved.get(author) ?? [])]
  }

  saved(author: string, clients: readonly number[]): void {
    const unsaved = this.#unsaved.get(author)
    for (const client of clients) unsaved?.delete(client)
    if (unsaved?.size === 0) this.#unsaved.delete(author)
  }
}
