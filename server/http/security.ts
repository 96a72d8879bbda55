import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import type { Origins } from './origins.ts'

/**
 * Only what this server itself serves may run. Inline styles are let in for the dialogs and notices, whose parts put
 * style elements into the page.
 */
const forPages = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]
/** What the API answers is read by programs and never shown as a page. */
const forPrograms = "default-src 'none'; frame-ancestors 'none'"

const headers: Record<string, string> = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** Headers that hold a browser to what the app needs. What the API answers is kept in no cache unless it says so. */
export function security(origins: Pick<Origins, 'publicUrl'>): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const answer = c.res.headers
    for (const [name, value] of Object.entries(headers)) answer.set(name, value)
    if (c.req.path.startsWith('/api/')) {
      answer.set('content-security-policy', forPrograms)
      if (!answer.has('cache-control')) answer.set('cache-control', 'no-store')
    } else {
      const { incoming = null } = (c.env ?? {}) as Partial<HttpBindings>
      const host = hostOf(origins.publicUrl({ host: c.req.header('host') ?? null, incoming }))
      answer.set('content-security-policy', [...forPages, connecting(host)].join('; '))
    }
  }
}

/** The socket is named because not every browser counts it as 'self'; those of other hosts stay shut. */
function connecting(host: string): string {
  return `connect-src 'self' ws://${host} wss://${host}`
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? 'localhost'
}
