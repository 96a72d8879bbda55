import type { Role } from '../storage/records.ts'

/** Each role holds what the ones before it hold. */
export const ROLES = ['viewer', 'contributor', 'editor', 'facilitator'] as const satisfies readonly Role[]

/** Whether a role holds what the needed one holds. */
export function reaches(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed)
}

export function isRole(value: unknown): value is Role {
  return ROLES.some(role => role === value)
}
