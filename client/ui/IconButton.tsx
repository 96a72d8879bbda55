import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './IconButton.module.css'
import { Tooltip, type TooltipProps } from './Tooltip.tsx'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'aria-pressed' | 'children'> & {
  /** What it does: its accessible name and its tooltip. */
  label: string
  /** An icon of 16 to 20 px. */
  children: ReactNode
  /** For a button that stays pressed, such as a tool that is chosen. */
  pressed?: boolean
  shortcut?: string
  size?: 'small' | 'medium' | 'large'
  variant?: 'quiet' | 'plain' | 'danger'
  tooltipSide?: NonNullable<TooltipProps['side']>
}

export function IconButton({
  label,
  children,
  pressed,
  shortcut,
  size = 'medium',
  variant = 'quiet',
  tooltipSide = 'bottom',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={cx(styles.button, styles[variant], styles[size], className)}
      >
        {children}
      </button>
    </Tooltip>
  )
}
