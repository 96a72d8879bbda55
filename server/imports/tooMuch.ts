import type { Change } from '#shared/doc/change.ts'
import { LIST_NAMES } from '#shared/model/kindNames.ts'
import { MAX_ENCODED, MAX_QUOTES, MAX_RECORDS, MAX_TOUCHPOINTS } from '#shared/model/limits.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'

/**
 * Why a map that takes so many bytes, encoded, cannot take these additions, as a sentence; null when it can.
 */
export function tooMuch(map: MapDocument, encoded: number, changes: readonly Change[]): string | null {
  for (const kind of LIST_NAMES) {
    const added = changes.filter(change => change.do === 'add' && change.kind === kind).length
    const limit = kind === 'touchpoints' ? MAX_TOUCHPOINTS : kind === 'quotes' ? MAX_QUOTES : MAX_RECORDS
    if (map[kind].length + added > limit) {
      const say = (count: number) => count.toLocaleString('en')
      return `With these ${say(added)} ${kind} the map would have ${say(map[kind].length + added)}. One map holds at most ${say(limit)}.`
    }
  }
  // Encoded, a record takes less than its JSON, so this never lets too much in.
  const bytes = changes.reduce((sum, change) => sum + Buffer.byteLength(JSON.stringify(change)), encoded)
  if (bytes <= MAX_ENCODED) return null
  return 'With this the map would be too large: one map holds at most 32 MiB of content.'
}
