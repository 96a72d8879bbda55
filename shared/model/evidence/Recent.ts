/** So many states are remembered; whoever looks less often looks at everything again. */
const REMEMBERED = 64

/** What changed with each of the last states, so that others can follow without looking at everything. */
export class Recent {
  readonly #changes: (ReadonlySet<string> | null)[] = []
  #state = 0

  /** Notes what a new state changed, null for anything; answers its number. */
  add(changed: ReadonlySet<string> | null): number {
    this.#changes.push(changed)
    if (this.#changes.length > REMEMBERED) this.#changes.shift()
    this.#state += 1
    return this.#state
  }

  /** What changed after a state; null when that may be anything. */
  since(state: number): ReadonlySet<string> | null {
    const steps = this.#state - state
    if (steps < 0 || steps > this.#changes.length) return null
    const all = new Set<string>()
    for (const changed of this.#changes.slice(this.#changes.length - steps)) {
      if (changed === null) return null
      for (const id of changed) all.add(id)
    }
    return all
  }
}
