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
        work()
          .then(resolve, reject)
          .finally(() => this.#open())
      }
      if (this.#held) this.#waiting.push(start)
      else start()
    })
  }

  #open(): void {
    const frames = this.#held ?? []
    this.#held = null
    let passed = 0
    for (const run of frames) {
      passed += 1
      run()
      if (this.isShut) break
    }
    // One of them shut the door again: those behind it stay first in line.
    if (this.#held) this.pass(() => this.#passAll(frames.slice(passed)))
    else this.#waiting.shift()?.()
  }

  #passAll(frames: (() => void)[]): void {
    for (const run of frames) this.pass(run)
  }
}
