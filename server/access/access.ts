import type { Link, Role } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'
import { keyForCustomers } from './customerKey.ts'
import { createTokens, type TokenOwner } from './tokens.ts'

export type Admitted = {
  ok: true
  role: Role
  /** Null when a link's own token is used, as scripts do. */
  person: { id: string; name: string; color: string } | null
  /** Id of the link that the token is or belongs to. */
  link: string
  /** Epoch milliseconds; null: the link does not expire. */
  expiresAt: number | null
}

/** 4401: the token is missing, or was good once. 4404: it never opened this map, which may not even be there. */
export type Refused = { ok: false; code: 4401; reason: 'missing' | 'revoked' | 'expired' } | { ok: false; code: 4404 }

export type Authorisation = Admitted | Refused
export type Authorise = (token: string | null, map: string) => Promise<Authorisation>

export type Access = {
  authorise: Authorise
  /** Whether this server made the token, whatever has become of what it opened. Compares in constant time. */
  isGenuine(token: string): boolean
  /** The role that counts at this moment: while a map is locked, its editors are contributors. */
  roleNow(role: Role, map: string): Promise<Role>
  tokenOf(owner: TokenOwner): string
  /** See `keyForCustomers`. */
  keyForCustomers(map: string): Uint8Array
}

type Needed = { store: Pick<Store, 'findLink' | 'findPerson' | 'readMap'>; secret: string; now: () => number }

/** Says who may do what, from tokens alone. */
export function createAccess({ store, secret, now }: Needed): Access {
  const tokens = createTokens(secret)

  async function authorise(token: string | null, map: string): Promise<Authorisation> {
    if (token === null || token === '') return { ok: false, code: 4401, reason: 'missing' }
    const owner = tokens.read(token)
    const person = owner?.kind === 'person' ? await store.findPerson(owner.id) : null
    const linkId = owner?.kind === 'link' ? owner.id : (person?.link ?? null)
    const link = linkId === null ? null : await store.findLink(linkId)
    if (link === null || link.map !== map) return { ok: false, code: 4404 }
    const ended = endedBecause(link, now())
    if (ended) return { ok: false, code: 4401, reason: ended }
    return {
      ok: true,
      role: link.role,
      person: person && { id: person.id, name: person.name, color: person.color },
      link: link.id,
      expiresAt: link.expiresAt,
    }
  }

  async function roleNow(role: Role, map: string): Promise<Role> {
    if (role !== 'editor') return role
    const record = await store.readMap(map)
    return record && record.lockedAt !== null ? 'contributor' : role
  }

  return {
    authorise,
    isGenuine: token => tokens.read(token) !== null,
    roleNow,
    tokenOf: tokens.make,
    keyForCustomers: map => keyForCustomers(secret, map),
  }
}

function endedBecause({ revokedAt, expiresAt }: Link, now: number): 'revoked' | 'expired' | null {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : null
}
