import { cx } from './cx.ts'
import styles from './SeverityMark.module.css'

/** A pain's severity, 1…5: a square filled by fifths from the bottom, and the number. Drawn as on the map. */
export function SeverityMark({ severity, className }: { severity: number; className?: string }) {
  const level = Math.min(5, Math.max(1, Math.round(severity)))
  return (
    <span className={cx(styles.mark, className)} role="img" aria-label={`severity ${level} of 5`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <rect className={styles.frame} x="0.5" y="0.5" width="11" height="11" rx="2" />
        <rect className={styles.fill} x="1" y={11 - level * 2} width="10" height={level * 2} rx="1" />
      </svg>
      {level}
    </span>
  )
}
