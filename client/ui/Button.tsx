import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'
import { cx } from './cx.ts'
import { Spinner } from './Spinner.tsx'

type Look = {
  /** `primary` once per view; `plain` has an edge, `quiet` none; `danger` removes something. */
  variant?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 'small' | 'medium' | 'large'
  icon?: ReactNode
}

export type ButtonProps = ComponentProps<'button'> &
  Look & {
    /** Shows that it is under way; the button keeps its focus and ignores presses. */
    busy?: boolean
  }

export function Button({ variant, size, icon, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(look({ variant, size }), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? event => event.preventDefault() : onClick}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}

/** Goes somewhere and looks like a button. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ComponentProps<'a'> & Look) {
  return (
    <a {...rest} className={cx(look({ variant, size }), className)}>
      {icon}
      {children}
    </a>
  )
}

function look({ variant = 'plain', size = 'medium' }: { [K in 'variant' | 'size']: Look[K] | undefined }): string {
  return cx(styles.button, styles[variant], styles[size])
}
