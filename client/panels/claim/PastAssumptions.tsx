import type { Assumption } from '#shared/model/kinds.ts'
import { readBehind } from '../../commands/reading.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { countWords } from '../countWords.ts'
import { dayWords } from '../quotes/quoteWords.ts'
import { believedBefore } from './believedBefore.ts'
import styles from './claim.module.css'
import { StatusMark } from './StatusMark.tsx'

/** What the team believed before, with what became of it; stays visible so that we learn from it. */
export function PastAssumptions({ assumption }: { assumption: Assumption }) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const past = believedBefore(map, assumption)
  if (past.length === 0) return null
  return (
    <details className={styles.past} open={past.some(({ id }) => evidence.tally(id).overturned)}>
      <summary>We believed before</summary>
      <ul>
        {past.map(({ id, text, madeOn }) => (
          <li key={id}>
            <p className={styles.former}>{text || 'Unwritten assumption'}</p>
            <p className={styles.facts}>
              <StatusMark tally={evidence.tally(id)} needed={map.map.voicesNeeded} />
              <button
                type="button"
                className={styles.words}
                onClick={() => readBehind(open, { title: text, behind: { of: 'claim', claim: id }, place: null })}
              >
                {countWords(evidence.evidenceFor(id).length, 'quote')}
              </button>
              {madeOn && <span>{dayWords(madeOn)}</span>}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
