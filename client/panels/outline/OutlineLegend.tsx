import { statusWords } from '#shared/model/evidence/sentence.ts'
import styles from './outline.module.css'

const STATUSES = ['assumption', 'single', 'heard', 'corroborated', 'contested', 'stale', 'overturned'] as const

/** What the words for how well something is known mean. */
export function OutlineLegend({ needed }: { needed: number }) {
  return (
    <section className={styles.stage} aria-labelledby="outline-words">
      <h2 id="outline-words" className={styles.stageName} tabIndex={-1}>
        What the words mean
      </h2>
      <p className={styles.counts}>
        What the team thinks is in pencil, with a dashed edge. What customers said is in ink, word for word. Each
        customer counts once, however much they said.
      </p>
      <dl className={styles.legend}>
        {STATUSES.map(status => {
          const { label, explanation } = statusWords(status, needed)
          return (
            <div key={status}>
              <dt>{label}</dt>
              <dd>{explanation}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
