import { Hono } from 'hono'
import { z } from 'zod'
import { readSmallJson } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { guard } from './guard.ts'

const wanted = z.strictObject({ command: z.enum(['lock', 'unlock']) })

/** The workshop's state, and commands to it. Mounted under a path that has the map's id as `:id`. */
export function session({ access, now, rooms }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()

  app.get('/', guard(access, 'viewer'), async c => c.json(await rooms.with(c.get('map'), room => room.session)))

  app.post('/', guard(access, 'facilitator'), async c => {
    const read = wanted.safeParse(await readSmallJson(c.req))
    if (!read.success) return refuse(400, 'unknown_command', 'A session takes a command. There are: lock, unlock.')
    const by = c.get('admitted').person?.id ?? null
    const locks = read.data.command === 'lock'
    return rooms.with(c.get('map'), async room => {
      // Whoever locked it first has locked it.
      if (room.session.locked !== locks) await room.setLock(locks ? { at: now(), by } : null)
      return c.json(room.session)
    })
  })

  return app
}
