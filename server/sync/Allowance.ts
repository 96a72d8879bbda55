import type { Clock } from './Clock.ts'

/** How much of something may be used: `burst` at once, and `perSecond` again while time goes by. */
export type Rate = { readonly burst: number; readonly perSecond: number }

/** What is left of a rate (a token bucket). */
export class Allowance {
  readonly #rate: Rate
  readonly #clock: Pick<Clock, 'now'>
  #left: number
  #at: number

  constructor(rate: Rate, clock: Pick<Clock, 'now'>) {
    this.#rate = rate
    this.#clock = clock
    this.#left = rate.burst
    this.#at = clock.now()
  }

  /** Whether so much is left. */
  has(amount: number): boolean {
    this.#refill()
    return amount <= this.#left
  }

  /** False, and nothing is used, when less than that is left. */
  use(amount: number): boolean {
    if (!this.has(amount)) return false
    this.#left -= amount
    return true
  }

  #refill(): void {
    const now = this.#clock.now()
    // A clock that was set back gives nothing, and takes nothing.
    const passed = Math.max(0, now - this.#at) / 1_000
    this.#left = Math.min(this.#rate.burst, this.#left + passed * this.#rate.perSecond)
    this.#at = now
  }
}
