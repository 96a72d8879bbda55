import type { Leader } from '#shared/protocol/lead.ts'

/** What somebody who leads is called in a sentence. */
export function leaderName({ name }: Leader): string {
  return name || 'the presenter'
}
