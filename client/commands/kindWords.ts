import { KIND_NAMES, type KindName } from '#shared/model/kindNames.ts'

/** What one and several of a kind are called. */
const NOUNS: Record<KindName, readonly [string, string]> = {
  map: ['title or lens', 'title or lens'],
  personas: ['persona', 'personas'],
  teams: ['team', 'teams'],
  customers: ['customer', 'customers'],
  sources: ['source', 'sources'],
  stages: ['stage', 'stages'],
  lanes: ['lane', 'lanes'],
  touchpoints: ['touchpoint', 'touchpoints'],
  links: ['link', 'links'],
  notes: ['note', 'notes'],
  assumptions: ['assumption', 'assumptions'],
  quotes: ['quote', 'quotes'],
  excerpts: ['excerpt', 'excerpts'],
  painPoints: ['pain point', 'pain points'],
  opportunities: ['opportunity', 'opportunities'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  scenes: ['scene', 'scenes'],
  promises: ['promise', 'promises'],
  guesses: ['guess', 'guesses'],
  votes: ['vote', 'votes'],
}

export function kindWord(kind: KindName): string {
  return NOUNS[kind][0]
}

/** “3 touchpoints, 1,200 quotes and 1 note”; empty for nothing. Of the map's own record without a number. */
export function kindCounts(counts: Readonly<Partial<Record<string, number>>>): string {
  const parts = KIND_NAMES.flatMap(kind => {
    const count = counts[kind] ?? 0
    if (count === 0) return []
    if (kind === 'map') return [`the map’s ${NOUNS.map[0]}`]
    return [`${count.toLocaleString('en-GB')} ${NOUNS[kind][count === 1 ? 0 : 1]}`]
  })
  return listed(parts)
}

/** “a”, “a and b”, “a, b and c”. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

/** How many records that are in all. */
export function sumOf(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce((sum: number, count) => sum + (count ?? 0), 0)
}
