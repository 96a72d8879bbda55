import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { COLOR } from '#shared/model/limits.ts'
import { newOwnerId } from '../access/tokens.ts'
import { readSmallJson } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { guard } from './guard.ts'

/** UTF-16 code units of a person's name: it stands beside a cursor. */
const PERSON_NAME = 80
/** For people who bring no colour. */
const NO_COLOR = '#64748B'

const joining = z.strictObject({
  name: z.string().trim().min(1).max(PERSON_NAME),
  // Everybody's browser puts it into a style, so it has the form of a colour and nothing else.
  color: z
    .string()
    .max(COLOR)
    .regex(/^(#[\da-f]{3,8}|[a-z]+|((rgb|hsl)a?|hwb|(ok)?l(ab|ch)|color)\([\w\s.,%/-]+\))$/i)
    .default(NO_COLOR),
})

/** The people of a map: whoever holds a link says who they are and gets a token of their own. */
export function people({ access, rooms, store, now }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()

  app.post('/', guard(access, 'viewer'), async c => {
    const { link, role } = c.get('admitted')
    const person = { id: newOwnerId('person'), ...(await introduction(c)) }
    await store.addPerson({ ...person, map: c.get('map'), link, createdAt: now() })
    return c.json({ person, role, token: access.tokenOf({ kind: 'person', id: person.id }) }, 201)
  })

  /** Another name for the same person: what they wrote stays theirs, and their token opens the map as before. */
  app.patch('/me', guard(access, 'viewer'), async c => {
    const known = c.get('admitted').person
    if (!known) {
      return refuse(
        409,
        'no_person',
        'A link has no name. Say who you are first, and use the token that you get for it.',
      )
    }
    const person = { id: known.id, ...(await introduction(c)) }
    await store.renamePerson(person.id, person)
    await rooms.with(c.get('map'), room => room.rename(person))
    return c.json({ person })
  })

  return app
}

async function introduction(c: Context<MapEnv>): Promise<{ name: string; color: string }> {
  const read = joining.safeParse(await readSmallJson(c.req))
  if (read.success) return { name: read.data.name.toWellFormed(), color: read.data.color }
  return refuse(
    400,
    'bad_request',
    `Joining takes a name (1 to ${PERSON_NAME} characters) and a colour such as #2F6F73.`,
  )
}
