import { BARRED } from './limits.ts'

/**
 * The client ids under which something was refused. Yjs numbers what a client writes without gaps, so all that comes
 * later under such an id builds on what was refused and could only come in together with it.
 */
export class Barred {
  readonly #clients = new Set<number>()

  get isEmpty(): boolean {
    return this.#clients.size === 0
  }

  /** Answers those among them that were not here before. */
  add(clients: Iterable<number>): number[] {
    const fresh = [...clients].filter(client => !this.#clients.has(client))
    for (const client of fresh) this.#clients.add(client)
    for (const oldest of this.#clients) {
      if (this.#clients.size <= BARRED) break
      this.#clients.delete(oldest)
    }
    return fresh
  }

  hasAny(clients: Iterable<number>): boolean {
    for (const client of clients) if (this.#clients.has(client)) return true
    return false
  }
}
