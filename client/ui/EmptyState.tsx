import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

export type EmptyStateProps = {
  /** One sentence that teaches. */
  children: ReactNode
  /** One button. */
  action?: ReactNode
  picture?: ReactNode
}

export function EmptyState({ children, action, picture }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {picture}
      <p className={styles.sentence}>{children}</p>
      {action}
    </div>
  )
}
