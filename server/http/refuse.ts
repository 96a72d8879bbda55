import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** The one form of every error that the API answers. The message is a plain sentence for the person. */
export function errorResponse(status: ContentfulStatusCode, code: string, message: string): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  if (status === 401) headers.set('www-authenticate', 'Bearer')
  return new Response(JSON.stringify({ error: { code, message } }), { status, headers })
}

/** Ends the request with this answer, from however deep inside a route. */
export function refuse(status: ContentfulStatusCode, code: string, message: string): never {
  throw new HTTPException(status, { res: errorResponse(status, code, message), message })
}
