import { Hono } from 'hono'
import { z } from 'zod'
import { reaches } from '#shared/model/roles.ts'
import type { Place } from '#shared/protocol/lead.ts'
import type { Access, Admitted } from '../access/access.ts'
import { readSmallJson } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import type { OpenMap } from '../sync/Rooms.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { authorOf, guard, requireRole } from './guard.ts'

const id = z.string().max(200)
const over = { words: z.boolean().default(false), black: z.boolean().default(false) }
const wanted = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('lock') }),
  z.strictObject({ command: z.literal('unlock') }),
  z.strictObject({ command: z.literal('lead'), scene: id.optional(), ...over }),
  z.strictObject({ command: z.literal('hand'), to: id }),
  z.strictObject({ command: z.literal('scene'), scene: id, ...over }),
  z.strictObject({ command: z.literal('end') }),
])

type Wanted = z.infer<typeof wanted>
type LeadCommand = Exclude<Wanted, { command: 'lock' | 'unlock' }>
type Asking = { access: Access; admitted: Admitted; map: string }

/** The workshop's state, and commands to it. Mounted under a path that has the map's id as `:id`. */
export function session({ access, now, rooms }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()

  app.get('/', guard(access, 'viewer'), async c => c.json(await rooms.with(c.get('map'), stateOf)))

  app.post('/', guard(access, 'viewer'), async c => {
    const read = wanted.safeParse(await readSmallJson(c.req))
    if (!read.success) {
      return refuse(
        400,
        'unknown_command',
        'A session takes a command. There are: lock, unlock, lead (scene), hand (to), scene (scene), end.',
      )
    }
    const { data } = read
    const asking = { access, admitted: c.get('admitted'), map: c.get('map') }
    if (data.command === 'lock' || data.command === 'unlock') {
      await requireRole(access, asking.admitted, asking.map, 'facilitator')
      const locks = data.command === 'lock'
      return rooms.with(asking.map, async room => {
        // Whoever locked it first has locked it.
        const lock = locks ? { at: now(), by: asking.admitted.person?.id ?? null } : null
        if (room.session.locked !== locks) await room.setLock(lock)
        return c.json(stateOf(room))
      })
    }
    return rooms.with(asking.map, async room => {
      await lead(room, data, asking)
      return c.json(stateOf(room))
    })
  })

  return app
}

function stateOf(room: OpenMap) {
  return { ...room.session, lead: room.leading.summary }
}

/** Does a command about the lead, or refuses it. */
async function lead(room: OpenMap, command: LeadCommand, { access, admitted, map }: Asking): Promise<void> {
  const { leading } = room
  const leads = () => leading.isWith(authorOf(admitted))
  const mayEnd = () => leads() || reaches(admitted.role, 'facilitator')
  switch (command.command) {
    case 'lead':
      await requireRole(access, admitted, map, 'editor')
      leading.give({ author: authorOf(admitted), person: admitted.person }, placeIn(command))
      break
    case 'hand': {
      if (!mayEnd()) return refuseLead()
      const to = room.personHere(command.to)
      if (!to?.person) return refuse(409, 'not_here', 'They are not on the map at the moment.')
      if (!reaches(to.role, 'editor') && !reaches(admitted.role, 'facilitator')) {
        return refuse(403, 'role_too_low', 'A facilitator can hand them the lead; an editor hands it to editors.')
      }
      leading.give({ author: to.person.id, person: to.person }, null)
      break
    }
    case 'scene': {
      const place = placeIn(command)
      if (!leads() || !place) return refuseLead()
      leading.go(place)
      break
    }
    case 'end':
      if (leading.summary && !mayEnd()) return refuseLead()
      leading.end()
  }
}

function placeIn({ scene, words, black }: Extract<LeadCommand, { words: boolean }>): Place | null {
  return scene === undefined ? null : { scene, words, black }
}

function refuseLead(): never {
  return refuse(403, 'not_leading', 'This is for whoever leads, and for facilitators.')
}
