import { Hono } from 'hono'
import { mapSchema } from '#shared/formats/json/schema.ts'
import { errorResponse } from '../http/refuse.ts'
import type { Deps } from './Deps.ts'

/** What machines ask about the server itself. */
export function health({ isLeaving, store }: Deps): Hono {
  const app = new Hono()

  app.get('/healthz', c => {
    const health = store.health()
    if (health.state === 'broken')
      return errorResponse(503, 'broken', 'The database is lost; this process has to be started again.')
    return c.json({ status: 'ok' })
  })

  app.get('/readyz', c => {
    if (isLeaving()) return errorResponse(503, 'leaving', 'This server is shutting down.')
    if (store.health().state !== 'open') return errorResponse(503, 'broken', 'The database is not available.')
    return c.json({ status: 'ready' })
  })

  let schema: string | null = null
  app.get('/schema/map-1.json', c => {
    schema ??= JSON.stringify(mapSchema(), null, 2)
    return c.body(schema, 200, {
      'content-type': 'application/schema+json; charset=utf-8',
      'access-control-allow-origin': '*',
    })
  })

  return app
}
