import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'

/** One line for each request. The path without its query, and no header: nothing that opens a map gets into a log. */
export function logRequests(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now()
    await next()
    const ms = Math.round(performance.now() - started)
    log.debug({ method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'request')
  }
}
