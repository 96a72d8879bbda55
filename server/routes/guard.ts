import type { MiddlewareHandler } from 'hono'
import { reaches } from '#shared/model/roles.ts'
import type { Access, Admitted, Refused } from '../access/access.ts'
import { bearerOf } from '../http/bearer.ts'
import { refuse } from '../http/refuse.ts'
import type { Role } from '../storage/records.ts'
import type { MapEnv } from './Deps.ts'

/** Lets requests to one map (`:id` of the path) through whose bearer token opens it, with at least this role. */
export function guard(access: Access, needed: Role): MiddlewareHandler<MapEnv> {
  return async (c, next) => {
    const map = c.req.param('id') ?? ''
    const admitted = await access.authorise(bearerOf(c), map)
    if (!admitted.ok) return refuseToken(admitted)
    await requireRole(access, admitted, map, needed)
    c.set('admitted', admitted)
    c.set('map', map)
    return next()
  }
}

/** Refuses who may not do this now. Asked again by what takes long, because a map can be locked meanwhile. */
export async function requireRole(access: Access, { role }: Admitted, map: string, needed: Role): Promise<void> {
  if (!reaches(role, needed))
    refuse(403, 'role_too_low', `This needs a link as ${needed}, and yours is one as ${role}.`)
  if (!reaches(await access.roleNow(role, map), needed)) {
    refuse(403, 'locked', 'A facilitator has locked the map. Until it is open again you can add notes and quotes.')
  }
}

/** Whom the log and the marks of deletion name: the person, or the link where a script uses it directly. */
export function authorOf(admitted: Admitted): string {
  return admitted.person?.id ?? admitted.link
}

const endings = {
  missing: ['token_missing', 'This needs the token of a link to the map.'],
  revoked: ['token_revoked', 'This link was ended. Ask whoever sent it to you for another one.'],
  expired: ['token_expired', 'This link has expired. Ask whoever sent it to you for another one.'],
} as const

function refuseToken(refused: Refused): never {
  if (refused.code === 4401) {
    const [code, message] = endings[refused.reason]
    return refuse(401, code, message)
  }
  return refuse(404, 'unknown_map', 'There is no such map, or this link does not open it.')
}
