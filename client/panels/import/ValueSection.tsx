import { type ReactNode, useId } from 'react'
import type { ImportChoices } from '#shared/formats/csv/mapping.ts'
import type { TableValues } from '#shared/formats/csv/values.ts'
import styles from './import.module.css'

/** What every list of values is given. */
export type ValuesProps = { values: TableValues; choices: ImportChoices; onChange(choices: ImportChoices): void }

export type ValueSectionProps = { title: string; note?: ReactNode; action?: ReactNode; children: ReactNode }

/** The values of one column, under a question. */
export function ValueSection({ title, note, action, children }: ValueSectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.sectionHead}>
        <div>
          <h3 id={id} className={styles.heading}>
            {title}
          </h3>
          {note !== undefined && <p className={styles.quiet}>{note}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  )
}

/** A value of the file with the number of rows in which it stands. */
export function ValueWords({ value, count, none }: { value: string; count: number; none?: string }) {
  return (
    <span className={styles.value}>
      <span className={value ? undefined : styles.empty}>{value || none}</span>
      <span className={styles.count}>{count.toLocaleString('en-GB')}</span>
    </span>
  )
}
