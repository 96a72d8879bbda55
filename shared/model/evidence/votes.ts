import type { Opportunity } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import type { EvidenceIndex } from './EvidenceIndex.ts'
import type { Tally } from './tally.ts'

/** An opportunity with what speaks for it. Votes are what the team wants and no evidence: the two are never added up. */
export type Weighed = {
  readonly opportunity: Opportunity
  /** Different people who voted for it. */
  readonly votes: number
  /** What customers say of the opportunity itself. */
  readonly tally: Tally
  /** Different customers behind the pain points it comes from, and behind itself; one with words on both sides of one is in neither. */
  readonly customers: number
}

/** Votes by opportunity: one for each person, whatever was written. */
export function votesOf({ votes }: Pick<MapDocument, 'votes'>): ReadonlyMap<string, number> {
  const voters = new Map<string, Set<string>>()
  for (const { opportunity, by } of votes) {
    if (by === '') continue
    const people = voters.get(opportunity)
    if (people) people.add(by)
    else voters.set(opportunity, new Set([by]))
  }
  return new Map([...voters].map(([opportunity, people]) => [opportunity, people.size]))
}

/** Every opportunity of a map with its votes and the customers behind it, those with most customers first. */
export function weighedOpportunities(map: MapDocument, evidence: EvidenceIndex): Weighed[] {
  const votes = votesOf(map)
  return map.opportunities
    .map(opportunity => ({
      opportunity,
      votes: votes.get(opportunity.id) ?? 0,
      tally: evidence.tally(opportunity.id),
      customers: customersBehind([opportunity.id, ...opportunity.painPoints], evidence),
    }))
    .sort((a, b) => b.customers - a.customers || b.votes - a.votes)
}

/** Different customers who support at least one of these claims. */
export function customersBehind(claims: readonly string[], evidence: EvidenceIndex): number {
  const behind = new Set<string>()
  for (const claim of claims) for (const customer of supportersOf(claim, evidence)) behind.add(customer)
  return behind.size
}

function supportersOf(claim: string, evidence: EvidenceIndex): ReadonlySet<string> {
  const supporters = new Set<string>()
  const others = new Set<string>()
  for (const { evidence: piece, quote, voice } of evidence.evidenceFor(claim)) {
    if (voice !== 'customer' || quote.customer === null) continue
    if (piece.stance === 'supports') supporters.add(quote.customer)
    else others.add(quote.customer)
  }
  return supporters.difference(others)
}
