import { type ReactNode, useState } from 'react'
import { useMap } from '../../store/MapContext.tsx'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import { lookUp } from '../lookUp.ts'
import { KindChip } from '../quotes/KindChip.tsx'
import { QuoteSource } from '../quotes/QuoteMeta.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { whereWords } from '../tray/trayQuotes.ts'
import type { Words } from './behind.ts'
import { useKnown } from './Known.ts'
import styles from './known.module.css'
import { SaidAt } from './SaidAt.tsx'

/** One customer's words with who, when and where; where they were said is one more press away. */
export function Verbatim({ id, quote, text, feeling, children }: Words & { children?: ReactNode }) {
  const known = useKnown()
  const excerpt = useMap(({ map }) => (id === quote.id ? undefined : lookUp(map.excerpts, id)))
  const on = excerpt?.touchpoint ?? quote.touchpoint
  const where = useMap(({ map }) => whereWords(map, on === quote.touchpoint ? quote : { ...quote, touchpoint: on }))
  const [isOpen, setOpen] = useState(false)
  return (
    <li className={styles.verbatim}>
      <QuoteWords text={text} recalled={quote.how === 'recalled'} />
      <div className={styles.under}>
        <QuoteSource quote={quote} />
        <p className={styles.marks}>
          <KindChip kind={excerpt?.kind ?? quote.kind} />
          {feeling !== null && <FeelingMark feeling={feeling} />}
          <button
            type="button"
            className={styles.link}
            onClick={() => (on === null ? known.goToQuote(quote.id) : known.go(on))}
          >
            {where}
          </button>
          <button type="button" className={styles.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            Where it was said
          </button>
          {children}
        </p>
        {isOpen && <SaidAt quote={quote} />}
      </div>
    </li>
  )
}
