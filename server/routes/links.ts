import { Hono } from 'hono'
import { z } from 'zod'
import { NAME } from '#shared/model/limits.ts'
import { ROLES } from '#shared/model/roles.ts'
import { newOwnerId } from '../access/tokens.ts'
import { readSmallJson } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import type { NewLink } from '../storage/records.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { guard } from './guard.ts'
import { linkAddress } from './linkAddress.ts'

const wanted = z.strictObject({
  role: z.enum(ROLES),
  /** Epoch milliseconds or an ISO time. */
  expiresAt: z.union([z.int().positive(), z.iso.datetime({ offset: true }).transform(Date.parse)]).nullish(),
  label: z.string().max(NAME).default(''),
})

/** The share links of a map. Mounted under a path that has the map's id as `:id`. */
export function links(deps: Deps): Hono<MapEnv> {
  const { access, rooms, store } = deps
  const app = new Hono<MapEnv>()
  app.use(guard(access, 'facilitator'))

  app.get('/', async c => {
    const address = linkAddress(deps, c, c.get('map'))
    const all = await store.listLinks(c.get('map'))
    return c.json({ links: all.filter(link => link.revokedAt === null).map(link => shown(link, address(link.id))) })
  })

  app.post('/', async c => {
    const map = c.get('map')
    const now = deps.now()
    const read = wanted.safeParse(await readSmallJson(c.req))
    if (!read.success) {
      const roles = ROLES.join(', ')
      return refuse(
        400,
        'bad_request',
        `A link takes a role (${roles}) and, if you like, expiresAt (a time) and a label.`,
      )
    }
    const { role, label } = read.data
    const expiresAt = read.data.expiresAt ?? null
    if (expiresAt !== null && expiresAt <= now) refuse(400, 'already_expired', 'This link would have expired already.')
    const link: NewLink = { id: newOwnerId('link'), role, label: label.toWellFormed(), createdAt: now, expiresAt }
    await store.addLink(map, link)
    return c.json(shown(link, linkAddress(deps, c, map)(link.id)), 201)
  })

  app.delete('/:link', async c => {
    const map = c.get('map')
    const link = c.req.param('link')
    switch (await store.revokeLink(map, link, deps.now())) {
      case 'revoked':
        rooms.closeWhere(map, member => member.link === link, 4401)
        return c.body(null, 204)
      case 'unknown_link':
        return refuse(404, 'unknown_link', 'This map has no such link.')
      case 'last_facilitator':
        return refuse(
          409,
          'last_facilitator',
          'This is the last facilitator link: without it nobody could run the map.',
        )
    }
  })

  return app
}

function shown(link: NewLink, address: { token: string; url: string }) {
  const { id, role, label, createdAt, expiresAt } = link
  return {
    id,
    role,
    label,
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    ...address,
  }
}
