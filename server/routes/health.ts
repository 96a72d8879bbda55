import { Hono } from 'hono'
import { mapSchema } from '#shared/formats/json/schema.ts'
import { closedFamily, delayFamily, gauge, processFamilies, type Requests, writeMetrics } from '../http/metrics.ts'
import { describeApi } from '../http/openapi.ts'
import { errorResponse } from '../http/refuse.ts'
import { API } from './api.ts'
import type { Deps } from './Deps.ts'

/** What machines ask about the server itself. */
export function health({ isLeaving, rooms, store }: Deps, requests: Requests): Hono {
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

  app.get('/metrics', c => {
    const { rooms: open, members, failing, unsaved, closed } = rooms.stats()
    const text = writeMetrics([
      gauge('verbatim_rooms', 'Maps in memory.', open),
      gauge('verbatim_sockets', 'Open sockets.', members),
      gauge('verbatim_rooms_failing', 'Maps whose edits cannot be written just now.', failing),
      gauge('verbatim_ready', 'Whether new work is taken.', isLeaving() || store.health().state !== 'open' ? 0 : 1),
      gauge('verbatim_unsaved_bytes', 'Edits in memory that are not on disk yet, in bytes.', unsaved),
      closedFamily(closed),
      delayFamily(),
      requests.family(),
      ...processFamilies(),
    ])
    return c.body(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })

  app.get('/openapi.json', c => {
    const json = JSON.stringify(describeApi(API), null, 2)
    return c.body(json, 200, { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' })
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
