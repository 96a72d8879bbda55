import X from 'lucide-react/icons/x'
import type { Promised } from '#shared/model/kinds.ts'
import { removeCheck } from '../../commands/promises.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { dayWords } from '../quotes/quoteWords.ts'
import styles from './promises.module.css'
import { answerWords, CHECK_WORDS } from './promiseWords.ts'

/** Every check of a promise, the newest first: what was heard, and what was done. */
export function Checks({ promise }: { promise: Promised }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const { checks, standard } = promise
  const ordered = checks
    .map((check, index) => ({ check, index }))
    .sort((a, b) => compare(b.check.on ?? '', a.check.on ?? '') || b.index - a.index)
  if (checks.length === 0) return null
  return (
    <ul className={styles.checks} aria-label={`Every ${CHECK_WORDS[standard]}`}>
      {ordered.map(({ check, index }) => (
        <li key={index}>
          <p className={styles.checkHead}>
            <span>{check.on ? dayWords(check.on) : 'No day'}</span>
            <span>{check.kept ? answerWords(check) : 'Not kept'}</span>
            {canEdit && (
              <IconButton
                label={`Remove this ${CHECK_WORDS[standard]}`}
                size="small"
                onClick={() => removeCheck(open, promise, index)}
              >
                <X />
              </IconButton>
            )}
          </p>
          {check.heard && <Said name="Heard" words={check.heard} />}
          {check.done && <Said name="Done" words={check.done} />}
        </li>
      ))}
    </ul>
  )
}

function Said({ name, words }: { name: string; words: string }) {
  return (
    <p className={styles.said} dir="auto">
      <span className={styles.label}>{name}</span> {words}
    </p>
  )
}

/** ISO days sort by time. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
