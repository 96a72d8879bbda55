import { useMemo, useState } from 'react'
import { useMap } from '../../store/MapContext.tsx'
import { QuoteMeta } from '../quotes/QuoteMeta.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { spokenOn } from '../quotes/spokenOn.ts'
import { WhereSaid } from '../quotes/WhereSaid.tsx'
import styles from './pains.module.css'

const SHOWN_FIRST = 1
const SHOWN_MORE = 20
/** UTF-16 code units after which words are folded. */
const MOST = 200

/** What customers said worked, beside what hurts: a pain point is judged with both at hand. */
export function WhatWorked({ touchpoint }: { touchpoint: string }) {
  const evidence = useMap(view => view.evidence)
  const [shown, setShown] = useState(SHOWN_FIRST)
  const worked = useMemo(
    () => spokenOn(evidence, touchpoint).filter(({ kind }) => kind === 'worked'),
    [evidence, touchpoint],
  )
  if (worked.length === 0) return null
  const rest = worked.length - shown
  return (
    <section aria-label="What worked here">
      <h5 className={styles.side}>
        What worked here <span className={styles.sideCount}>{worked.length.toLocaleString('en-GB')}</span>
      </h5>
      <ul>
        {worked.slice(0, shown).map(({ id, quote, text }) => (
          <li key={id} className={styles.piece}>
            <div>
              <QuoteWords text={text} recalled={quote.how === 'recalled'} most={MOST} />
              <QuoteMeta quote={quote} />
              <WhereSaid quote={quote} />
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + SHOWN_MORE)}>
          Show {Math.min(rest, SHOWN_MORE)} more
        </button>
      )}
    </section>
  )
}
