import type { Clock } from '../sync/Clock.ts'
import { GENUINE, GUESSES } from '../sync/limits.ts'
import { PerAddress } from '../sync/PerAddress.ts'
import type { Access } from './access.ts'

type Needed = {
  /** Whether this server made the token, whatever it opens. Compares in constant time. */
  isGenuine(token: string): boolean
  clock: Pick<Clock, 'now'>
}

/**
 * Bounds how many tokens an address may try that nobody ever made. Beyond that all tokens from there are turned away
 * without a look, so that a guess learns nothing; except those that were good before, because a whole workshop sits
 * behind one address, and those that this server gave out itself since it was started.
 */
export class Guesses {
  readonly #isGenuine: Needed['isGenuine']
  readonly #wrong: PerAddress
  readonly #known = new Set<string>()

  constructor({ isGenuine, clock }: Needed) {
    this.#isGenuine = isGenuine
    this.#wrong = new PerAddress(GUESSES, clock)
  }

  /** Whether somebody at this address may try this token now. */
  mayTry(address: string, token: string): boolean {
    const isGenuine = this.#isGenuine(token)
    if (isGenuine && this.#known.has(token)) return true
    if (this.#wrong.isSpent(address)) return false
    if (isGenuine) this.remember(token)
    else this.#wrong.use(address)
    return true
  }

  /** Notes a token that this server has just made or shown: whoever uses it need not guess. */
  remember(token: string): void {
    this.#known.add(token)
    for (const oldest of this.#known) {
      if (this.#known.size <= GENUINE) break
      this.#known.delete(oldest)
    }
  }
}

/** The same access, whose tokens are known from the moment they are given out. */
export function knownWhenMade(access: Access, guesses: Guesses): Access {
  return {
    ...access,
    tokenOf(owner) {
      const token = access.tokenOf(owner)
      guesses.remember(token)
      return token
    },
  }
}
