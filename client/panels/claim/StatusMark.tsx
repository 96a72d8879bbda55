import type { Status, Tally } from '#shared/model/evidence/EvidenceIndex.ts'
import { statusWords } from '#shared/model/evidence/sentence.ts'
import styles from './claim.module.css'

type Shape = Status | 'stale' | 'overturned'

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
        <Mark shape={shape} />
        {label}
      </span>
      {old && (
        <span className={styles.status} title={old.explanation}>
          <Mark shape="stale" />
          {old.label}
        </span>
      )}
    </span>
  )
}

/** 14 px, each told from the others without colour. */
function Mark({ shape }: { shape: Shape }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      {shape === 'assumption' && <circle cx="7" cy="7" r="5.5" strokeDasharray="2.6 1.8" />}
      {shape === 'single' && (
        <>
          <circle cx="7" cy="7" r="5.5" />
          <circle cx="7" cy="7" r="2" fill="currentColor" stroke="none" />
        </>
      )}
      {shape === 'heard' && (
        <>
          <circle cx="7" cy="7" r="5.5" />
          <path d="M7 1.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor" stroke="none" />
        </>
      )}
      {shape === 'corroborated' && <circle cx="7" cy="7" r="6" fill="currentColor" stroke="none" />}
      {shape === 'contested' && (
        <>
          <path d="M7 1.5a5.5 5.5 0 0 0 0 11" strokeDasharray="2.4 1.8" />
          <path d="M7 1a6 6 0 0 1 0 12Z" fill="currentColor" stroke="none" />
        </>
      )}
      {shape === 'stale' && (
        <>
          <circle cx="7" cy="7" r="5.5" />
          <path d="M7 4v3.2l2.2 1.4" />
        </>
      )}
      {shape === 'overturned' && <path d="M2.5 2.5l9 9m0-9l-9 9" strokeWidth="2" />}
    </svg>
  )
}
