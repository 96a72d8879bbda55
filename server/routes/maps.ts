import { type Context, Hono } from 'hono'
import { readMap } from '#shared/doc/read.ts'
import { LIST_NAMES } from '#shared/model/kindNames.ts'
import { sameSecret } from '../access/tokens.ts'
import { afterAnswer } from '../http/afterAnswer.ts'
import { bearerOf } from '../http/bearer.ts'
import { readLargeBody } from '../http/body.ts'
import { accepted, type Compress, QUICKLY } from '../http/encoding.ts'
import { refuse } from '../http/refuse.ts'
import { createMap } from '../imports/createMap.ts'
import { StoredMaps } from '../sync/StoredMaps.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { guard } from './guard.ts'
import { linkAddress } from './linkAddress.ts'

const compress: Compress = QUICKLY

/** Maps as a whole: making, describing and deleting them. */
export function maps(deps: Deps): Hono<MapEnv> {
  const { access, config, rooms, store } = deps
  const app = new Hono<MapEnv>()
  const stored = new StoredMaps(store)
  /** Whoever comes finds the room ready: a large map takes a while, in which nobody else is answered. */
  const prepare = (c: Context, id: string) => afterAnswer(c, () => void rooms.with(id, () => {}).catch(() => null))

  app.post('/', async c => {
    requireAdmin(c, config.adminToken)
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
    const created = await createMap(store, { type, body: await readLargeBody(c.req), now: deps.now() })
    if (!created.ok) return refuse(created.status, created.code, created.message)
    const { id, title, warnings } = created
    const address = linkAddress(deps, c, id)
    return c.json(
      {
        ...{ id, title, links: Object.fromEntries(created.links.map(link => [link.role, address(link.id)])) },
        ...(warnings.length > 0 ? { warnings } : {}),
      },
      201,
    )
  })

  app.get('/:id', guard(access, 'viewer'), async c => {
    const id = c.get('map')
    const record = await store.readMap(id)
    if (!record) refuse(404, 'unknown_map', 'There is no such map, or this link does not open it.')
    const state = {
      id,
      ...{ role: c.get('admitted').role, person: c.get('admitted').person, epoch: record.epoch },
      createdAt: new Date(record.createdAt).toISOString(),
      updatedAt: new Date(record.updatedAt).toISOString(),
    }
    // Whoever asks this of all their maps at once has none of them opened for it.
    if (c.req.query('brief') === '1') {
      if (c.req.query('coming') === '1') prepare(c, id)
      return c.json(state)
    }
    const within = await rooms.with(id, room => {
      const map = readMap(room.doc)
      const lengths = LIST_NAMES.map(kind => [kind, map[kind].length])
      return { title: map.map.title, counts: Object.fromEntries(lengths), epoch: room.epoch }
    })
    return c.json({ ...state, ...within })
  })

  app.get('/:id/whole', guard(access, 'viewer'), async c => {
    const id = c.get('map')
    // The room is loaded when the socket is opened: on a small machine it would take from the browser what it draws with.
    const whole = await stored.read(id)
    if (!whole) return refuse(409, 'only_by_socket', 'This map can only be had over its socket.')
    const encoding = accepted(c.req.header('accept-encoding') ?? '', compress)
    const made = whole.made.get(encoding) ?? compress[encoding]?.(whole.bytes) ?? Promise.resolve(whole.bytes)
    whole.made.set(encoding, made)
    c.header('content-type', 'application/octet-stream')
    c.header('vary', 'accept-encoding')
    if (encoding !== 'identity') c.header('content-encoding', encoding)
    return c.body(await made)
  })

  app.delete('/:id', guard(access, 'facilitator'), async c => {
    const id = c.get('map')
    await store.deleteMap(id)
    await rooms.closeMap(id)
    return c.body(null, 204)
  })

  return app
}

function requireAdmin(c: Context, adminToken: string | null): void {
  if (adminToken === null) return
  const given = bearerOf(c)
  if (given === null) refuse(401, 'token_missing', 'Making a map on this server needs its administrator’s token.')
  if (!sameSecret(given, adminToken)) {
    refuse(403, 'not_admin', 'Making a map on this server needs its administrator’s token, and this is another one.')
  }
}
