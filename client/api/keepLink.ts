import { readStored, writeStored } from './storage.ts'

const KEY = 'verbatim.keep'
/** Maps made longer ago than the last so many are no longer asked about. */
const MOST = 20

/**
 * Remembers that a map was made in this browser and that nobody has put its facilitator link aside yet. The address
 * holds the link's token.
 */
export function askToKeep(map: string, address: string): void {
  const entries = Object.entries({ ...waiting(), [map]: address })
  writeStored(KEY, Object.fromEntries(entries.slice(-MOST)))
}

/** The address of the facilitator link that is still to be put aside, or null. */
export function linkToKeep(map: string): string | null {
  return waiting()[map] ?? null
}

/** Nobody is asked about this map's link any more. */
export function linkIsKept(map: string): void {
  const { [map]: _, ...others } = waiting()
  writeStored(KEY, others)
}

function waiting(): Record<string, string> {
  const stored = readStored(KEY)
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(Object.entries(stored).filter(entry => typeof entry[1] === 'string'))
}
