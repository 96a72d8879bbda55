import type { ClaimKind, WeakClaim } from '#shared/model/evidence/weakest.ts'

/** What a claim is, for people. */
export const CLAIM_WORDS: Record<ClaimKind, string> = {
  assumptions: 'Our assumption',
  painPoints: 'Pain point',
  opportunities: 'Opportunity',
  whyHired: 'Why customers hire us',
  question: 'One of the nine questions',
}

/** Why a claim is weak, as a sentence without a final full stop. */
export function weaknessWords({ kind, why, tally }: WeakClaim): string {
  const said = kind === 'question' ? 'answered this' : 'said this'
  switch (why) {
    case 'nobody':
      return tally.contradicts > 0 && kind !== 'question'
        ? `No customer ${said}, ${tally.contradicts} said the opposite`
        : `No customer has ${said} yet`
    case 'single':
      return `One customer alone ${said}`
    case 'disagree':
      return `Customers disagree: ${tally.supports} say this, ${tally.contradicts} the opposite`
    case 'old':
      return `Everyone who ${said} did so too long ago`
    case 'few':
      return `Some ${said}, but too few`
  }
}

/** What would make it stand: more customers, or asking again. */
export function missingWords({ missing }: WeakClaim): string {
  if (missing === 0) return 'Ask again'
  return `${missing} more ${missing === 1 ? 'customer' : 'customers'} needed`
}
