/** What somebody may do on a map. Each role holds what the ones before it hold. */
export const ROLES = ['viewer', 'contributor', 'editor', 'facilitator'] as const
export type Role = (typeof ROLES)[number]

/** Whether a role holds what the needed one holds. */
export function reaches(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed)
}

/** Whether a value from outside is the name of a role. */
export function isRole(value: unknown): value is Role {
  return ROLES.some(role => role === value)
}
