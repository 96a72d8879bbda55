import { sentence } from '#shared/model/evidence/sentence.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Ring } from '../../ui/Ring.tsx'
import styles from './claim.module.css'
import { StatusMark } from './StatusMark.tsx'

export type ClaimRingProps = {
  claim: string
  /** The touchpoint that the claim is about, or null. */
  touchpoint: string | null
  size?: number
}

/** A claim's ring with the sentence behind its number, and how well it is known. */
export function ClaimRing({ claim, touchpoint, size = 44 }: ClaimRingProps) {
  const evidence = useMap(view => view.evidence)
  const needed = useMap(({ map }) => map.map.voicesNeeded)
  const tally = evidence.tally(claim)
  const spoke = touchpoint === null ? null : evidence.heard(touchpoint)
  const { supports, contradicts, stale } = tally
  return (
    <div className={styles.ring}>
      <Ring {...{ needed, supports, contradicts, stale, size }} label={null} />
      <div>
        <StatusMark tally={tally} needed={needed} />
        <p className={styles.sentence}>{sentence(tally, spoke, evidence.customersOnMap, needed)}.</p>
      </div>
    </div>
  )
}
