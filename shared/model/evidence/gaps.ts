import type { MapDocument } from '../MapDocument.ts'
import type { EvidenceIndex } from './EvidenceIndex.ts'
import type { HeardFeeling } from './feeling.ts'

/** How far the team's guess of a feeling lies from what customers felt. */
export type Gap = {
  readonly touchpoint: string
  readonly assumed: number
  readonly heard: HeardFeeling
  /** Heard less assumed: below zero it is worse than the team believes. */
  readonly gap: number
  /** As many customers spoke as the map needs; with fewer the gap is only a hint. */
  readonly solid: boolean
}

/** Where the team was most wrong, the widest gap first; those on enough voices before those on few. Without a gap: none. */
export function gaps(map: MapDocument, evidence: EvidenceIndex): Gap[] {
  const found = map.touchpoints.flatMap(({ id }): Gap[] => {
    const assumed = evidence.assumedFeeling(id)
    const heard = evidence.heardFeeling(id)
    if (assumed === null || heard === null || heard.median === assumed) return []
    const solid = heard.customers >= map.map.voicesNeeded
    return [{ touchpoint: id, assumed, heard, gap: heard.median - assumed, solid }]
  })
  return found.sort((a, b) => Number(b.solid) - Number(a.solid) || Math.abs(b.gap) - Math.abs(a.gap))
}
