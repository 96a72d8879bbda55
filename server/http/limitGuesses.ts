import type { MiddlewareHandler } from 'hono'
import type { Guesses } from '../access/Guesses.ts'
import type { Config } from '../config.ts'
import { bearerOf } from './bearer.ts'
import { fromWhere } from './fromWhere.ts'
import { refuse } from './refuse.ts'

/** Turns away who tries one token after the other, before any of them is looked up. */
export function limitGuesses(guesses: Guesses, trustsProxy: Config['trustsProxy']): MiddlewareHandler {
  return async (c, next) => {
    const token = bearerOf(c)
    if (token !== null && !guesses.mayTry(fromWhere(c, trustsProxy), token)) {
      refuse(
        429,
        'too_many_attempts',
        'There were too many attempts with wrong links from here. Try again in a minute.',
      )
    }
    return next()
  }
}
