import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import styles from './Field.module.css'
import { Field, type FieldWords } from './Field.tsx'

export type TextFieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'size' | 'id'> &
  FieldWords & {
    value: string
    onChange(value: string): void
    size?: 'medium' | 'large'
  }

export function TextField({ label, hideLabel, hint, error, onChange, size, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} {...(hideLabel === undefined ? {} : { hideLabel })} hint={hint} error={error}>
      {wiring => (
        <input
          type="text"
          {...rest}
          {...wiring}
          className={cx(styles.control, size === 'large' && styles.large, className)}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
