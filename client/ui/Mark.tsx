import { cx } from './cx.ts'
import styles from './Mark.module.css'

/*
 * The ring of five around an opening quotation mark: three voices heard, two still wanted. favicon.svg has the same
 * shapes.
 */
const HEARD = [
  'M17 1.03A15 15 0 0 1 29.93 10.42L25.73 11.79A10.6 10.6 0 0 0 17 5.45Z',
  'M30.54 12.33A15 15 0 0 1 25.61 27.52L23.01 23.95A10.6 10.6 0 0 0 26.34 13.69Z',
  'M23.99 28.7A15 15 0 0 1 8.01 28.7L10.6 25.12A10.6 10.6 0 0 0 21.4 25.12Z',
]
const WANTED = [
  'M6.75 27.03A14.4 14.4 0 0 1 2.03 12.51L5.08 13.5A11.2 11.2 0 0 0 8.64 24.44Z',
  'M2.65 10.61A14.4 14.4 0 0 1 15 1.63L15 4.84A11.2 11.2 0 0 0 5.7 11.6Z',
]
const QUOTE =
  'M15.2 12.1c-2 .9-3.9 2.9-3.9 5.4 0 1.6 1 2.7 2.4 2.7 1.3 0 2.2-.9 2.2-2.2 0-1.2-.8-2-2-2.1.2-1 1-1.9 2.1-2.5zM20.9 12.1c-2 .9-3.9 2.9-3.9 5.4 0 1.6 1 2.7 2.4 2.7 1.3 0 2.2-.9 2.2-2.2 0-1.2-.8-2-2-2.1.2-1 1-1.9 2.1-2.5z'

/** The product's mark. Its name stands beside it wherever it is met first. */
export function Mark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg className={cx(styles.mark, className)} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      {HEARD.map(d => (
        <path key={d} d={d} />
      ))}
      {WANTED.map(d => (
        <path key={d} className={styles.wanted} d={d} />
      ))}
      <path d={QUOTE} />
    </svg>
  )
}
