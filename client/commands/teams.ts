import { add, type Change } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'

/** A team's id, the name of one that does not exist yet, or nobody. */
export type TeamWish = string | null | { name: string }

/** The id of a wished team, and what makes it where it is new. */
export function teamFor(wish: TeamWish): { team: string | null; changes: Change[] } {
  if (wish === null || typeof wish === 'string') return { team: wish, changes: [] }
  const made = KINDS.teams.make({ id: newId(), name: wish.name })
  return { team: made.id, changes: [add('teams', made)] }
}
