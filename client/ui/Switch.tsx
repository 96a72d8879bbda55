import type { ReactNode } from 'react'
import styles from './Checkbox.module.css'
import { cx } from './cx.ts'

export type SwitchProps = {
  checked: boolean
  onChange(checked: boolean): void
  disabled?: boolean
  hint?: ReactNode
  className?: string
  /** The label. */
  children: ReactNode
}

/** On or off, at once; for a choice that counts when a form is sent there is the checkbox. */
export function Switch({ checked, onChange, disabled = false, hint, className, children }: SwitchProps) {
  return (
    <label className={cx(styles.row, disabled && styles.disabled, className)}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className={styles.track}
        checked={checked}
        disabled={disabled}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span className={styles.words}>
        {children}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  )
}
