import { WHY_HIRED } from '../ids.ts'
import type { ListName } from '../kindNames.ts'
import { KINDS } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { MATTER, NINE_QUESTIONS } from '../questions.ts'
import type { EvidenceIndex } from './EvidenceIndex.ts'
import type { Tally } from './tally.ts'

export type ClaimKind = Extract<ListName, 'assumptions' | 'painPoints' | 'opportunities'> | 'whyHired' | 'question'

/** A claim that stands on too little, and why. */
export type WeakClaim = {
  readonly id: string
  readonly kind: ClaimKind
  readonly text: string
  /** The touchpoint it is about, where it is about one. */
  readonly touchpoint: string | null
  readonly tally: Tally
  /** Customers who still have to be heard; 0 where enough spoke long ago, or disagree. */
  readonly missing: number
  readonly why: Weakness
}

/** What makes a claim weak, the weakest first. */
export const WEAKNESSES = ['nobody', 'single', 'disagree', 'old', 'few'] as const
export type Weakness = (typeof WEAKNESSES)[number]

/** How much it would cost to be wrong; a claim of nobody at a moment of truth comes before one of nobody elsewhere. */
type Stakes = 0 | 1 | 2

type Claim = Pick<WeakClaim, 'id' | 'kind' | 'text' | 'touchpoint'> & { readonly stakes: Stakes }

/** Severities from which a pain point's claim has higher stakes. */
const SEVERE = 4

/**
 * Every claim that is not confirmed, the weakest first: by what it lacks, then by what is at stake, then in the order
 * of the map. What customers overturned is known to be wrong and needs no more asking, so it is left out; so is a claim
 * without words, which claims nothing.
 */
export function weakestClaims(map: MapDocument, evidence: EvidenceIndex): WeakClaim[] {
  const { voicesNeeded } = map.map
  const weak = claimsOf(map, evidence).flatMap((claim): (WeakClaim & Claim)[] => {
    const tally = evidence.tally(claim.id)
    const why = weaknessOf(tally, claim.kind, voicesNeeded)
    if (why === null) return []
    return [{ ...claim, tally, why, missing: Math.max(0, voicesNeeded - heardOn(tally, claim.kind)) }]
  })
  const rank = (claim: WeakClaim) => WEAKNESSES.indexOf(claim.why)
  return weak.sort((a, b) => rank(a) - rank(b) || b.stakes - a.stakes).map(({ stakes: _, ...claim }) => claim)
}

/** A question is answered by whoever speaks to it, a claim is confirmed by those who support it. */
function heardOn({ supports, contradicts, mixed }: Tally, kind: ClaimKind): number {
  return kind === 'question' ? supports + contradicts + mixed : supports
}

function weaknessOf(tally: Tally, kind: ClaimKind, needed: number): Weakness | null {
  if (kind !== 'question' && tally.overturned) return null
  const heard = heardOn(tally, kind)
  if (heard === 0) return 'nobody'
  if (heard === 1 && needed > 1) return 'single'
  if (kind !== 'question' && tally.status === 'contested') return 'disagree'
  if (tally.stale) return 'old'
  return heard < needed ? 'few' : null
}

function claimsOf(map: MapDocument, evidence: EvidenceIndex): Claim[] {
  const moments = new Set(map.touchpoints.filter(({ momentOfTruth }) => momentOfTruth).map(({ id }) => id))
  const touchpoints = new Set(map.touchpoints.map(({ id }) => id))
  const at = (touchpoint: string | null): Stakes => (touchpoint !== null && moments.has(touchpoint) ? 1 : 0)
  const present = map.assumptions.filter(({ id, about }) => evidence.assumptionAbout(about)?.id === id)
  const claims: Claim[] = [
    ...NINE_QUESTIONS.map(({ id, words }) => ({
      ...{ id, kind: 'question' as const, text: words, touchpoint: null },
      stakes: id === MATTER ? (2 as const) : (0 as const),
    })),
    { id: WHY_HIRED, kind: 'whyHired', text: map.map.whyHired, touchpoint: null, stakes: 2 },
    ...present.map(({ id, text, about }): Claim => {
      const touchpoint = touchpoints.has(about) ? about : null
      return { id, kind: 'assumptions', text, touchpoint, stakes: at(touchpoint) }
    }),
    ...map.painPoints.map((pain): Claim => {
      const stakes = pain.severity >= SEVERE ? 1 : at(pain.touchpoint)
      return {
        id: pain.id,
        kind: 'painPoints',
        text: KINDS.painPoints.title(pain),
        touchpoint: pain.touchpoint,
        stakes,
      }
    }),
    ...map.opportunities.map(({ id, title, touchpoint }): Claim => {
      return { id, kind: 'opportunities', text: title, touchpoint, stakes: at(touchpoint) }
    }),
  ]
  return claims.filter(({ text }) => text.trim() !== '')
}
