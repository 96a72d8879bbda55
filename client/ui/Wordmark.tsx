import styles from './Mark.module.css'
import { Mark } from './Mark.tsx'

/** The mark with the product's name; `mark` where there is room for the mark alone. */
export function Wordmark({ mark = false }: { mark?: boolean }) {
  return (
    <span className={styles.wordmark}>
      <Mark size={mark ? 24 : 28} />
      {!mark && 'Verbatim'}
    </span>
  )
}
