import type { MiddlewareHandler } from 'hono'
import { counterByCode, type Family } from './families.ts'

export type Requests = {
  count: MiddlewareHandler
  family(): Family
}

/** Counts answers by the first digit of their status. */
export function countRequests(): Requests {
  const answers = new Map<string, number>()
  return {
    async count(c, next) {
      await next()
      const code = `${Math.floor(c.res.status / 100)}xx`
      answers.set(code, (answers.get(code) ?? 0) + 1)
    },
    family: () => counterByCode('verbatim_http_answers_total', 'Answers over HTTP, by class of status.', answers),
  }
}
