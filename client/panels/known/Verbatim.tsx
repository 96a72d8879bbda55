import type { ReactNode } from 'react'
import { readQuote } from '../../commands/reading.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import type { Listed } from '../lists/arrange.ts'
import { KindChip } from '../quotes/KindChip.tsx'
import { QuoteSource } from '../quotes/QuoteMeta.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { WhereSaid } from '../quotes/WhereSaid.tsx'
import { whereWords } from '../tray/trayQuotes.ts'
import { useKnown } from './Known.ts'
import styles from './known.module.css'

/** One customer's words with who, when and where; where they were said is one more press away. */
export function Verbatim({ id, quote, text, feeling, kind, children }: Listed & { children?: ReactNode }) {
  const open = useOpenMap()
  const known = useKnown()
  const excerpt = useMap(({ map }) => (id === quote.id ? undefined : lookUp(map.excerpts, id)))
  const on = excerpt ? excerpt.touchpoint : quote.touchpoint
  const where = useMap(({ map }) => whereWords(map, on === quote.touchpoint ? quote : { ...quote, touchpoint: on }))
  return (
    <div className={styles.verbatim}>
      <QuoteWords
        text={text}
        recalled={quote.how === 'recalled'}
        isPart={id !== quote.id}
        // A quote of another map can’t be opened here; it unfolds in its place.
        onRead={known.isElsewhere ? undefined : () => readQuote(open, quote.id, id === quote.id ? null : id)}
      />
      <div className={styles.under}>
        <QuoteSource quote={quote} />
        <div className={styles.marks}>
          <KindChip kind={kind} />
          {feeling !== null && <FeelingMark feeling={feeling} />}
          {known.isElsewhere ? (
            <span className={styles.quiet}>{where}</span>
          ) : (
            <button
              type="button"
              className={styles.link}
              onClick={() => (on === null ? known.goToQuote(quote.id) : known.go(on))}
            >
              {where}
            </button>
          )}
          <WhereSaid quote={quote} />
          {children}
        </div>
      </div>
    </div>
  )
}
