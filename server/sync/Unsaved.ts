import * as Y from 'yjs'
import { type Claim, neighboursOf } from './admit.ts'

/**
 * What of the document is not on disk yet, and whose it is. Nobody was shown it, so nobody but its author can honestly
 * build on it. Somebody who guesses the ids and does so would get an entry into the log that stands before the one it
 * builds on, and a crash between the two would leave a gap there.
 */
export class Unsaved {
  readonly #byClient = new Map<number, { readonly author: string; from: number; to: number }>()

  /** Notes what the author wrote under this client id: from this clock up to, not including, that. */
  add(client: number, from: number, to: number, author: string): void {
    const known = this.#byClient.get(client)
    if (known) known.to = to
    else if (from < to) this.#byClient.set(client, { author, from, to })
  }

  /** Notes that this update, as it went to the log, is on disk. */
  saved(update: Uint8Array): void {
    if (this.#byClient.size === 0) return
    for (const [client, end] of Y.parseUpdateMeta(update).to) {
      const unsaved = this.#byClient.get(client)
      if (unsaved && end >= unsaved.to) this.#byClient.delete(client)
      else if (unsaved) unsaved.from = Math.max(unsaved.from, end)
    }
  }

  /** Everything is. */
  clear(): void {
    this.#byClient.clear()
  }

  /** Whether a claim of this author builds on, or deletes, something that somebody else wrote. */
  isUnder({ structs, deleted }: Claim, author: string): boolean {
    if ([...this.#byClient.values()].every(unsaved => unsaved.author === author)) return false
    const holds = (client: number, below: number) => {
      const unsaved = this.#byClient.get(client)
      return unsaved !== undefined && unsaved.author !== author && below > unsaved.from
    }
    return (
      structs.some(struct => neighboursOf(struct).some(({ client, clock }) => holds(client, clock + 1))) ||
      [...deleted].some(([client, ranges]) => ranges.some(({ clock, len }) => holds(client, clock + len)))
    )
  }
}
