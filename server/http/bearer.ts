import type { Context } from 'hono'

/** The bearer token of a request, null when there is none. */
export function bearerOf(c: Context): string | null {
  return /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null
}
