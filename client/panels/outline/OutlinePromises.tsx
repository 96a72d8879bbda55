import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { cx } from '../../ui/cx.ts'
import type { OutlineLesson, OutlinePromise } from './Outline.ts'
import styles from './outline.module.css'

/** What a touchpoint promises to customers and to staff, and how each promise stands. */
export function OutlinePromises({ promises }: { promises: readonly OutlinePromise[] }) {
  if (promises.length === 0) return null
  return (
    <ul className={styles.pains} aria-label="Promises">
      {promises.map(({ id, name, text, limits, facts, isFlagged, last }) => (
        <li key={id} className={styles.promise}>
          <p className={styles.claimText}>
            <span className={styles.name}>{name}: </span>
            <span dir="auto">{text}</span>
          </p>
          {limits && (
            <p className={styles.details} dir="auto">
              What can’t be done: {limits}
            </p>
          )}
          <p className={cx(styles.facts, styles.dotted)}>
            {facts.map((fact, index) => (
              <span key={fact} className={index === 0 && isFlagged ? styles.flagged : undefined}>
                {index === 0 && isFlagged && <TriangleAlert aria-hidden="true" />}
                {fact}
              </span>
            ))}
          </p>
          {last && (
            <p className={styles.facts} dir="auto">
              {last}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The register of what was learned across the map. */
export function OutlineLessons({ lessons }: { lessons: readonly OutlineLesson[] }) {
  if (lessons.length === 0) return null
  return (
    <section className={styles.stage} aria-labelledby="outline-lessons">
      <h2 id="outline-lessons" className={styles.stageName} tabIndex={-1}>
        What we learned
      </h2>
      <ul>
        {lessons.map(({ id, words, facts }) => (
          <li key={id} className={styles.promise}>
            <p className={styles.claimText} dir="auto">
              {words}
            </p>
            <p className={cx(styles.facts, styles.dotted)}>
              {facts.map(fact => (
                <span key={fact} dir="auto">
                  {fact}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
