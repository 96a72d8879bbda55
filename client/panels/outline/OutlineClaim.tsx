import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'
import { Ring } from '../../ui/Ring.tsx'
import { StatusMark } from '../claim/StatusMark.tsx'
import type { OutlineClaim as Claim } from './Outline.ts'
import styles from './outline.module.css'

export type OutlineClaimProps = {
  claim: Claim
  needed: number
  /** What kind of claim it is, such as “We assume”. */
  name: string
  /** Drawn as the team's guess. */
  pencil?: boolean
  children?: ReactNode
}

/** A claim, the ring of its voices, and in a sentence what stands behind it. */
export function OutlineClaim({ claim, needed, name, pencil = false, children }: OutlineClaimProps) {
  const { text, tally, said } = claim
  const { supports, contradicts, stale } = tally
  return (
    <div className={cx(styles.claim, pencil && styles.pencil)}>
      <Ring {...{ needed, supports, contradicts, stale }} size={36} label={null} />
      <div>
        <p className={styles.claimText} dir="auto">
          <span className={styles.name}>{name}: </span>
          {text}
        </p>
        {children}
        <StatusMark tally={tally} needed={needed} />
        <p className={styles.said}>{said}</p>
      </div>
    </div>
  )
}
