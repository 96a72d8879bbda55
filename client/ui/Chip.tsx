import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import styles from './Chip.module.css'
import { cx } from './cx.ts'

export type ChipProps = {
  /** `pencil` for what the team thinks (dashed), `ink` for what customers said (filled). */
  tone?: 'plain' | 'pencil' | 'ink' | 'accent' | 'danger'
  icon?: ReactNode
  /** Puts a button at the end that takes it away; `removeLabel` is its name. */
  onRemove?(): void
  removeLabel?: string
  title?: string
  className?: string
  children: ReactNode
}

/** A word or a number that marks something. */
export function Chip({
  tone = 'plain',
  icon,
  onRemove,
  removeLabel = 'Remove',
  title,
  className,
  children,
}: ChipProps) {
  return (
    <span className={cx(styles.chip, styles[tone], className)} title={title}>
      {icon}
      <span className={styles.words}>{children}</span>
      {onRemove && (
        <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove}>
          <X />
        </button>
      )}
    </span>
  )
}
