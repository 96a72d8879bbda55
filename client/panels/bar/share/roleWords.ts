import type { Role } from '#shared/model/roles.ts'

/** What a link of each role is called, and what it lets people do. */
export const ROLE_WORDS: Record<Role, { name: string; words: string }> = {
  viewer: { name: 'Can look', words: 'Reads the map and follows along.' },
  contributor: { name: 'Can contribute', words: 'Reads the map and adds notes, quotes and comments of their own.' },
  editor: { name: 'Can edit', words: 'Changes everything on the map.' },
  facilitator: { name: 'Facilitates', words: 'Edits, shares, ends links and deletes the map. Keep this one.' },
}
