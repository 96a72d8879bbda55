import { append } from '../../util/append.ts'
import type { MapDocument } from '../MapDocument.ts'
import type { EvidenceIndex } from './EvidenceIndex.ts'
import type { Status, Tally } from './tally.ts'

/** What is read first about a claim, the least known first: that it was wrong comes before how well it is known. */
export const CLAIM_STATES = [
  'assumption',
  'single',
  'heard',
  'corroborated',
  'contested',
  'overturned',
] as const satisfies readonly (Status | 'overturned')[]
export type ClaimState = (typeof CLAIM_STATES)[number]

/** How a claim stands, in one word. */
export function stateOf({ overturned, status }: Tally): ClaimState {
  return overturned ? 'overturned' : status
}

/**
 * How the claims stand that words are about: those on which the words take a side, and what the team assumes of the
 * touchpoint on which they lie. `id` is a quote's or an excerpt's; the answer is null for words about no claim, and may say
 * one state twice.
 */
export function claimStates(
  { evidence: records }: Pick<MapDocument, 'evidence'>,
  evidence: EvidenceIndex,
): (id: string, touchpoint: string | null) => readonly ClaimState[] | null {
  const sides = new Map<string, ClaimState[]>()
  for (const { quote, claim } of records) append(sides, quote, stateOf(evidence.tally(claim)))
  return (id, touchpoint) => {
    const taken = sides.get(id) ?? null
    const assumed = touchpoint === null ? null : evidence.assumptionAbout(touchpoint)
    return assumed === null ? taken : [...(taken ?? []), stateOf(evidence.tally(assumed.id))]
  }
}
