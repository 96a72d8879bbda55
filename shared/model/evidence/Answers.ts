/** Answers by key, worked out when first asked for and kept until what they rest on changes. */
export class Answers<T> {
  readonly #work: (key: string) => T
  readonly #known = new Map<string, T>()

  constructor(work: (key: string) => T) {
    this.#work = work
  }

  get(key: string): T {
    const known = this.#known.get(key)
    if (known !== undefined || this.#known.has(key)) return known as T
    const fresh = this.#work(key)
    this.#known.set(key, fresh)
    return fresh
  }

  drop(key: string): void {
    this.#known.delete(key)
  }

  clear(): void {
    this.#known.clear()
  }
}
