import type { Family, Sample } from './families.ts'

/** Seconds: from what nobody notices to what everybody does. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** How long something took, each time, since the start. */
export class Histogram {
  readonly #name: string
  readonly #help: string
  /** By bound, and one more for what is beyond the last. */
  readonly #counts = new Array<number>(BOUNDS.length + 1).fill(0)
  #sum = 0

  constructor(name: string, help: string) {
    this.#name = name
    this.#help = help
  }

  observe(seconds: number): void {
    const index = BOUNDS.findIndex(bound => seconds <= bound)
    const at = index < 0 ? BOUNDS.length : index
    this.#counts[at] = (this.#counts[at] ?? 0) + 1
    this.#sum += seconds
  }

  family(): Family {
    const samples: Sample[] = []
    let count = 0
    for (const [index, more] of this.#counts.entries()) {
      count += more
      samples.push({ suffix: '_bucket', labels: `{le="${BOUNDS[index] ?? '+Inf'}"}`, value: count })
    }
    samples.push({ suffix: '_sum', labels: '', value: this.#sum }, { suffix: '_count', labels: '', value: count })
    return { name: this.#name, type: 'histogram', help: this.#help, samples }
  }
}
