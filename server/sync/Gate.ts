/**
 * The door through which frames reach the document. While somebody works on the document alone the door is shut and
 * frames wait before it, in order; between two who want to be alone those that waited come through.
 */
export class Gate {
  #held: (() => void)[] | null = null
  readonly #waiting: (() => void)[] = []

  get isShut(): boolean {
    return this.#held !== null
  }

  /** Runs now, or when the door opens. */
  pass(run: () => void): void {
    if (this.#held) this.#held.push(run)
    else run()
  }

  /** Runs `work` with the door shut, from this very moment when nobody else is inside. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const start = () => {
        this.#held = []
        // The door opens first, so that whoever waits for the work finds it open.
        const done = work().finally(() => this.#open())
        done.then(resolve, reject)
      }
      if (this.#held) this.#waiting.push(start)
      else start()
    })
  }

  #open(): void {
    const frames = this.#held ?? []
    this.#held = null
    while (!this.isShut) {
      const run = frames.shift()
      if (!run) break
      run()
    }
    // One of them shut the door again: those behind it stay first in line.
    if (this.#held) this.#held = [...frames, ...this.#held]
    else this.#waiting.shift()?.()
  }
}
