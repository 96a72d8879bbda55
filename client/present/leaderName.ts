import type { Leader } from '#shared/protocol/lead.ts'

/** What somebody who leads is called in a sentence. */
export function leaderName({ name }: Leader): string {
  return name || 'the presenter'
}

/** How many windows go along, as a sentence. */
export function followWords(count: number): string {
  if (count === 0) return 'Nobody follows yet.'
  return count === 1 ? 'One window follows.' : `${count} windows follow.`
}
