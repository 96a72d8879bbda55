import type { ReactNode } from 'react'
import styles from './Progress.module.css'

export type ProgressProps = {
  /** What is under way. */
  label: string
  /** 0…1, or null when nobody can know how far it is. */
  value: number | null
  /** For people, such as “1,204 of 3,421 rows”. */
  detail?: ReactNode
}

export function Progress({ label, value, detail }: ProgressProps) {
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div>
      <div className={styles.words}>
        <span>{label}</span>
        <span className={styles.detail}>{detail ?? (percent === undefined ? null : `${percent} %`)}</span>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div
          className={percent === undefined ? styles.unknown : styles.bar}
          style={percent === undefined ? undefined : { scale: `${percent / 100} 1` }}
        />
      </div>
    </div>
  )
}
