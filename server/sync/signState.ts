import { isPlainObject } from '#shared/util/json.ts'
import { AWARENESS_DEPTH, AWARENESS_STATE } from './limits.ts'
import type { Identity } from './Member.ts'

/** What may be shown to others, as JSON text; or why not. */
export type Signed = { ok: true; json: string } | { ok: false; because: 'unreadable' | 'too large' }

/**
 * Takes an awareness state in and writes into its `user` who it really is: a person's token tells id, name, colour and
 * role. Who came with a link's own token keeps the name they chose, and can claim neither a person's id nor a role.
 */
export function signState(json: string, { person, role }: Identity): Signed {
  if (Buffer.byteLength(json) > AWARENESS_STATE) return { ok: false, because: 'too large' }
  const state = parse(json)
  if (state === undefined) return { ok: false, because: 'unreadable' }
  if (isDeeperThan(state, AWARENESS_DEPTH)) return { ok: false, because: 'too large' }
  if (!isPlainObject(state)) return { ok: true, json: 'null' }
  const user = isPlainObject(state.user) ? state.user : {}
  if (person) return { ok: true, json: JSON.stringify({ ...state, user: { ...user, ...person, role } }) }
  if (!('id' in user) && !('role' in user)) return { ok: true, json: JSON.stringify(state) }
  const { id: _id, role: _role, ...rest } = user
  return { ok: true, json: JSON.stringify({ ...state, user: rest }) }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some(member => isDeeperThan(member, levels - 1))
}
