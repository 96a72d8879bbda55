import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Checkbox.module.css'
import { cx } from './cx.ts'

export type CheckboxProps = {
  /** `mixed` when some of what it stands for is ticked. */
  checked: boolean | 'mixed'
  onChange(checked: boolean): void
  disabled?: boolean
  hint?: ReactNode
  className?: string
  /** The label. */
  children: ReactNode
}

export function Checkbox({ checked, onChange, disabled = false, hint, className, children }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = checked === 'mixed'
  }, [checked])
  return (
    <label className={cx(styles.row, disabled && styles.disabled, className)}>
      <input
        ref={box}
        type="checkbox"
        className={styles.box}
        checked={checked === true}
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
