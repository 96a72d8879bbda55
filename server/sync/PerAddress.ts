import { Allowance, type Rate } from './Allowance.ts'
import type { Clock } from './Clock.ts'
import { ADDRESSES } from './limits.ts'

/**
 * A rate for each address. Remembers a bounded number of them; beyond it those are forgotten that have been quiet
 * longest, so that whoever has many addresses makes the server neither slow nor large.
 */
export class PerAddress {
  readonly #rate: Rate
  readonly #clock: Pick<Clock, 'now'>
  readonly #most: number
  readonly #allowances = new Map<string, Allowance>()

  constructor(rate: Rate, clock: Pick<Clock, 'now'>, most = ADDRESSES) {
    this.#rate = rate
    this.#clock = clock
    this.#most = most
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#allowances.size
  }

  /** Uses one. False when this address has none left. */
  use(address: string): boolean {
    const allowance = this.#allowances.get(address) ?? new Allowance(this.#rate, this.#clock)
    this.#allowances.delete(address)
    this.#allowances.set(address, allowance)
    for (const quietest of this.#allowances.keys()) {
      if (this.#allowances.size <= this.#most) break
      this.#allowances.delete(quietest)
    }
    return allowance.use(1)
  }

  /** Whether this address has none left; uses nothing. */
  isSpent(address: string): boolean {
    const allowance = this.#allowances.get(address)
    return allowance !== undefined && !allowance.has(1)
  }
}
