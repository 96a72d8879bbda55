import type { Touchpoint } from '#shared/model/kinds.ts'
import { ClaimSection } from './claim/ClaimSection.tsx'
import { DetailsSection } from './DetailsSection.tsx'
import { LinksSection } from './links/LinksSection.tsx'
import { OpportunitiesSection } from './opportunities/OpportunitiesSection.tsx'
import { PainsSection } from './pains/PainsSection.tsx'
import { PromisesSection } from './promises/PromisesSection.tsx'
import { QuotesSection } from './quotes/QuotesSection.tsx'

/** What we assume, what customers said, what hurts and what could be better, what we promise, and the plain details: in this order. */
export function TouchpointInspector({ touchpoint }: { touchpoint: Touchpoint }) {
  return (
    <>
      <ClaimSection touchpoint={touchpoint.id} />
      <QuotesSection touchpoint={touchpoint.id} pinned={touchpoint.pinnedQuote} />
      <PainsSection touchpoint={touchpoint.id} />
      <OpportunitiesSection touchpoint={touchpoint.id} />
      <PromisesSection touchpoint={touchpoint.id} />
      <DetailsSection touchpoint={touchpoint} />
      <LinksSection card={touchpoint.id} />
    </>
  )
}
