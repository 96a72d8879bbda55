import { type Context, Hono } from 'hono'
import { readEntry, readMap } from '#shared/doc/read.ts'
import { LIST_NAMES } from '#shared/model/kindNames.ts'
import { MAP_RECORD } from '#shared/model/records/map.ts'
import { sameSecret } from '../access/tokens.ts'
import { readLargeBody } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import { createMap } from '../imports/createMap.ts'
import { newMapFrom } from '../imports/newMapFrom.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { bearerOf, guard } from './guard.ts'
import { linkAddress } from './linkAddress.ts'

/** Maps as a whole: making, describing and deleting them. */
export function maps(deps: Deps): Hono<MapEnv> {
  const { access, config, rooms, store } = deps
  const app = new Hono<MapEnv>()

  app.post('/', async c => {
    requireAdmin(c, config.adminToken)
    const asked = newMapFrom(c.req.header('content-type') ?? '', await readLargeBody(c.req))
    if (!asked.ok) refuse(asked.status, asked.code, asked.message)
    const made = await createMap(store, { ...asked, now: deps.now() })
    if (!made) refuse(413, 'map_too_large', 'This map is too large: one map holds at most 32 MiB of content.')
    const address = linkAddress(deps, c, made.id)
    const links = Object.fromEntries(made.links.map(link => [link.role, address(link.id)]))
    return c.json({ id: made.id, title: asked.map.map.title, links }, 201)
  })

  app.get('/:id', guard(access, 'viewer'), async c => {
    const id = c.get('map')
    const record = await store.readMap(id)
    if (!record) refuse(404, 'unknown_map', 'There is no such map, or this link does not open it.')
    const { title, counts } = await rooms.with(id, ({ doc }) => {
      const map = readMap(doc)
      return { title: map.map.title, counts: Object.fromEntries(LIST_NAMES.map(kind => [kind, map[kind].length])) }
    })
    return c.json({
      id,
      title,
      role: c.get('admitted').role,
      createdAt: new Date(record.createdAt).toISOString(),
      updatedAt: new Date(record.updatedAt).toISOString(),
      counts,
    })
  })

  app.delete('/:id', guard(access, 'facilitator'), async c => {
    const id = c.get('map')
    await rooms.closeMap(id)
    await store.deleteMap(id)
    return c.body(null, 204)
  })

  return app
}

/** The title of a map as its document says it now. */
export function titleOf(doc: Parameters<typeof readEntry>[0]): string {
  return readEntry(doc, 'map', MAP_RECORD)?.record.title ?? ''
}

function requireAdmin(c: Context, adminToken: string | null): void {
  if (adminToken === null) return
  const given = bearerOf(c)
  if (given === null) refuse(401, 'token_missing', 'Making a map on this server needs its administrator’s token.')
  if (!sameSecret(given, adminToken)) {
    refuse(403, 'not_admin', 'Making a map on this server needs its administrator’s token, and this is another one.')
  }
}
