import { type ReactNode, useId } from 'react'
import styles from './Panel.module.css'

export type PanelSectionProps = {
  title: string
  /** A few quiet words beside the title, such as a count. */
  count?: ReactNode
  /** A quiet line under the title. */
  note?: ReactNode
  /** One button at the right. */
  action?: ReactNode
  children: ReactNode
}

/** One named part of a panel. */
export function PanelSection({ title, count, note, action, children }: PanelSectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.sectionHead}>
        <h3 id={id} className={styles.sectionTitle}>
          {title}
        </h3>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        {action !== undefined && <div className={styles.action}>{action}</div>}
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </header>
      {children}
    </section>
  )
}
