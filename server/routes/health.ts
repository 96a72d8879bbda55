import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { mapSchema } from '#shared/formats/json/schema.ts'
import { describeApi } from '../http/openapi.ts'
import { errorResponse } from '../http/refuse.ts'
import type { Requests } from '../metrics/countRequests.ts'
import { counter, counterByCode, type Family, gauge, writeFamilies } from '../metrics/families.ts'
import { delayFamily, processFamilies } from '../metrics/process.ts'
import { API } from './api.ts'
import type { Deps } from './Deps.ts'

/** Why this server takes no work just now: the code and the sentence of its answer. */
type Unready = readonly [code: 'leaving' | 'broken' | 'failing', message: string]

/** What machines ask about the server itself. */
export function health(deps: Deps, requests: Requests): Hono {
  const { isLeaving, rooms, store } = deps
  const app = new Hono()

  function unready(): Unready | null {
    if (isLeaving()) return ['leaving', 'This server is shutting down.']
    if (store.health().state !== 'open') return ['broken', 'The database is not available.']
    if (store.isFailing() || rooms.stats().failing > 0) return ['failing', 'The database cannot be written to.']
    return null
  }

  app.get('/healthz', c => {
    const health = store.health()
    if (health.state === 'broken')
      return errorResponse(503, 'broken', 'The database is lost; this process has to be started again.')
    return c.json({ status: 'ok' })
  })

  app.get('/readyz', c => {
    const why = unready()
    return why ? errorResponse(503, ...why) : c.json({ status: 'ready' })
  })

  app.get('/metrics', async c => {
    const text = writeFamilies([
      gauge('verbatim_ready', 'Whether new work is taken.', unready() ? 0 : 1),
      ...syncFamilies(deps),
      ...(await databaseFamilies(deps.config.dataDir)),
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

function syncFamilies({ figures, rooms }: Pick<Deps, 'figures' | 'rooms'>): Family[] {
  const { rooms: open, members, failing, unsaved, lag, log, closed } = rooms.stats()
  return [
    gauge('verbatim_rooms', 'Maps in memory.', open),
    gauge('verbatim_connections', 'Open connections to maps.', members),
    gauge('verbatim_rooms_failing', 'Maps whose edits cannot be written just now.', failing),
    gauge('verbatim_unsaved_bytes', 'Edits in memory that are not on disk yet, in bytes.', unsaved),
    gauge('verbatim_durable_lag_seconds', 'Age of the oldest edit that is not on disk yet, in seconds.', lag / 1_000),
    gauge('verbatim_log_entries', 'Entries since the newest snapshot, in the logs of maps in memory.', log.entries),
    gauge('verbatim_log_bytes', 'The same entries, in bytes.', log.bytes),
    counter('verbatim_log_written_bytes_total', 'Entries written to logs since the start, in bytes.', figures.written),
    gauge('verbatim_backlog_bytes', 'What waits to be sent to all connections, in bytes.', figures.backlog()),
    counterByCode(
      'verbatim_connections_refused_total',
      'Connections turned away at the door, by code.',
      figures.refused,
    ),
    counterByCode('verbatim_connections_closed_total', 'Connections to maps that the server closed, by code.', closed),
    figures.apply.family(),
    figures.commit.family(),
  ]
}

/** The embedded database's own size; nothing where there is none in this folder. */
async function databaseFamilies(folder: string): Promise<Family[]> {
  const sizes = await Promise.all(
    ['verbatim.db', 'verbatim.db-wal'].map(name =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return bytes === 0 ? [] : [gauge('verbatim_database_bytes', 'Size of the database on disk, in bytes.', bytes)]
}
