import styles from './Avatar.module.css'
import { cx } from './cx.ts'
import { initials } from './initials.ts'
import { isLight } from './isLight.ts'

export type AvatarProps = {
  name: string
  /** `#rrggbb`. */
  color: string
  /** Diameter in px. */
  size?: number
  /** When the name stands beside it, it is not read out twice. */
  decorative?: boolean
  className?: string
}

/** A person, by initials in their own colour. */
export function Avatar({ name, color, size = 28, decorative = false, className }: AvatarProps) {
  const style = {
    width: size,
    height: size,
    background: color,
    color: isLight(color) ? '#15171a' : '#ffffff',
    fontSize: Math.max(10, Math.round(size * 0.4)),
  }
  return (
    <span
      className={cx(styles.avatar, className)}
      style={style}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
    >
      {initials(name)}
    </span>
  )
}
