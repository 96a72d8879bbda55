import type { Version } from '../storage/records.ts'
import { ALL_FOR, DAILY_FOR, DAY, MAX_OF_A_DAY, WEEK } from './limits.ts'

/**
 * The numbers of the versions that are no longer needed at `now` (epoch milliseconds): of those without a name all of
 * the last day stay, then the last one of each day, then the last one of each week. The newest always stays, and so do
 * those with a name. `versions` come oldest first.
 */
export function thinned(versions: readonly Version[], now: number): number[] {
  const unnamed = versions.filter(({ name }) => name === null)
  const seen = new Set<string>()
  const dropped: number[] = []
  let young = 0
  for (const { number, at } of unnamed.toReversed()) {
    const slot = slotOf(at, now)
    if (slot === null) young += 1
    const isSurplus = slot === null ? young > MAX_OF_A_DAY : seen.has(slot)
    if (isSurplus) dropped.push(number)
    if (slot !== null) seen.add(slot)
  }
  const newest = versions.at(-1)?.number
  return dropped.filter(number => number !== newest)
}

/** Of the versions in one slot the last one stays; null for those that all stay. */
function slotOf(at: number, now: number): string | null {
  const age = now - at
  if (age < ALL_FOR) return null
  return age < DAILY_FOR ? `day ${Math.floor(at / DAY)}` : `week ${Math.floor(at / WEEK)}`
}
