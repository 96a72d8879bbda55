import type { Tally } from '#shared/model/evidence/EvidenceIndex.ts'
import { statusWords } from '#shared/model/evidence/sentence.ts'
import styles from './claim.module.css'
import { type Shape, ShapeMark } from './ShapeMark.tsx'

/** What a person should read first about a claim: that it was wrong, then how well it is known. */
export function shapeOf({ overturned, status }: Tally): Shape {
  return overturned ? 'overturned' : status
}

/** How well a claim is known, as shape and word; the explanation is on hover. */
export function StatusMark({ tally, needed }: { tally: Tally; needed: number }) {
  const shape = shapeOf(tally)
  const { label, explanation } = statusWords(shape, needed)
  const old = tally.stale ? statusWords('stale', needed) : null
  return (
    <span className={styles.statuses}>
      <span className={styles.status} title={explanation}>
        <ShapeMark shape={shape} />
        {label}
      </span>
      {old && (
        <span className={styles.status} title={old.explanation}>
          <ShapeMark shape="stale" />
          {old.label}
        </span>
      )}
    </span>
  )
}
