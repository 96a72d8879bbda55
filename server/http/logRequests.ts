import type { Context, MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'

/** One line for each request. The path without its query, and no header: nothing that opens a map gets into a log. */
export function logRequests(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now()
    await next()
    const ms = Math.round(performance.now() - started)
    log.debug({ method: c.req.method, path: loggedPath(c), status: c.res.status, ms }, 'request')
  }
}

/** The path as a log may hold it: a link that lost its # on the way has its token in there. */
export function loggedPath(c: Context): string {
  return c.req.path.replace(/[lp][0-9a-z]{16}(\.|%2e)[\w-]{43}/gi, '***')
}
