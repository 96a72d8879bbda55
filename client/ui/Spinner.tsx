import { cx } from './cx.ts'
import styles from './Spinner.module.css'

/** Turns while something is under way. Whoever shows it says in words what is awaited. */
export function Spinner({ size = 16, className }: { size?: number; className?: string }) {
  return (
    <svg className={cx(styles.spinner, className)} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle className={styles.track} cx="8" cy="8" r="6.5" />
      <path className={styles.head} d="M8 1.5a6.5 6.5 0 0 1 6.5 6.5" />
    </svg>
  )
}
