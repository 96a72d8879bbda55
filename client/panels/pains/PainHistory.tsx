import type { PainPoint } from '#shared/model/kinds.ts'
import { dayWords } from '../quotes/quoteWords.ts'
import styles from './pains.module.css'
import { STATUS_WORDS } from './painWords.ts'

/** How a pain point came as far as it is: each step with its day and what was said. */
export function PainHistory({ history }: { history: PainPoint['history'] }) {
  if (history.length === 0) return null
  return (
    <details className={styles.history}>
      <summary>How it went</summary>
      <ol>
        {history.map(({ status, on, words }, index) => (
          // Entries are only ever appended, and two may be alike.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what tells them apart.
          <li key={index}>
            <span className={styles.step}>
              {STATUS_WORDS[status]}
              {on && <span>{dayWords(on)}</span>}
            </span>
            {words && <p>{words}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}
