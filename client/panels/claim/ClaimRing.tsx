import { sentence } from '#shared/model/evidence/sentence.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { readBehind } from '../../commands/reading.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Ring } from '../../ui/Ring.tsx'
import styles from './claim.module.css'
import { StatusMark } from './StatusMark.tsx'

export type ClaimRingProps = {
  claim: string
  /** The touchpoint that the claim is about, or null. */
  touchpoint: string | null
  size?: number
  /** Whether the words behind it stand beside already, so that the ring leads nowhere. */
  isRead?: boolean
}

/** A claim's ring with the sentence behind its number, and how well it is known; the ring leads to the words. */
export function ClaimRing({ claim, touchpoint, size = 44, isRead = false }: ClaimRingProps) {
  const open = useOpenMap()
  const evidence = useMap(view => view.evidence)
  const needed = useMap(({ map }) => map.map.voicesNeeded)
  const title = useMap(({ map }) => titleOf(map, claim))
  const tally = evidence.tally(claim)
  const spoke = touchpoint === null ? null : evidence.heard(touchpoint)
  const { supports, contradicts, stale } = tally
  const ring = <Ring {...{ needed, supports, contradicts, stale, size }} label={null} />
  return (
    <div className={styles.ring}>
      {isRead || evidence.evidenceFor(claim).length === 0 ? (
        ring
      ) : (
        <button
          type="button"
          className={styles.read}
          aria-label={`Read what is behind it, ${supports} for it, ${contradicts} against it: ${title}`}
          onClick={() => readBehind(open, { title, behind: { of: 'claim', claim }, place: touchpoint })}
        >
          {ring}
        </button>
      )}
      <div>
        <StatusMark tally={tally} needed={needed} />
        <p className={styles.sentence}>{sentence(tally, spoke, evidence.customersOnMap, needed)}.</p>
      </div>
    </div>
  )
}

/** What a claim says. */
function titleOf({ assumptions, painPoints, opportunities, map }: MapDocument, claim: string): string {
  const assumption = lookUp(assumptions, claim)
  if (assumption) return KINDS.assumptions.title(assumption)
  const pain = lookUp(painPoints, claim)
  if (pain) return KINDS.painPoints.title(pain)
  const opportunity = lookUp(opportunities, claim)
  return opportunity ? KINDS.opportunities.title(opportunity) : map.whyHired
}
