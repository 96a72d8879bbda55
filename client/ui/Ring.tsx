import { cx } from './cx.ts'
import styles from './Ring.module.css'
import { ringSegments, ringWords } from './ringSegments.ts'

export type RingProps = {
  /** Different customers that the map needs behind a claim. */
  needed: number
  supports: number
  contradicts: number
  /** All older than the map's limit: faded. */
  stale?: boolean
  /** Diameter in px. Under 22 the number is left out: nobody could read it. */
  size?: number
  /** Its words for screen readers; `null` when the same is said beside it. */
  label?: string | null
  className?: string
}

/**
 * The ring of five: one segment filled for each different customer who supports a claim, an inner arc for those who
 * contradict it, the number of supporters in the middle. Drawn as on the map.
 */
export function Ring({ needed, supports, contradicts, stale = false, size = 28, label, className }: RingProps) {
  const { hollow, filled, against, number } = ringSegments({ needed, supports, contradicts, size })
  const words = label === undefined ? ringWords({ needed, supports, contradicts }) : label
  return (
    <svg
      className={cx(styles.ring, stale && styles.stale, className)}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={words ?? undefined}
      aria-hidden={words === null || undefined}
    >
      <path className={styles.hollow} d={hollow} />
      <path className={styles.filled} d={filled} />
      {against !== null && <path className={styles.against} d={against.path} strokeWidth={against.width} />}
      {number !== null && (
        <text className={styles.number} x={size / 2} y={size / 2 + number * 0.364} fontSize={number}>
          {supports}
        </text>
      )}
    </svg>
  )
}
