import type { Quote } from '#shared/model/kinds.ts'
import { useMap } from '../../store/MapContext.tsx'
import { dotted } from '../dotted.ts'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import { KindChip } from './KindChip.tsx'
import { quoteFacts } from './quoteFacts.ts'
import styles from './quotes.module.css'

/** Who said it, of which persona, when, over which channel, and which source it is from. */
export function QuoteSource({ quote }: { quote: Quote }) {
  const customers = useMap(({ map }) => map.customers)
  const personas = useMap(({ map }) => map.personas)
  const sources = useMap(({ map }) => map.sources)
  return <p className={styles.facts}>{dotted(quoteFacts({ customers, personas, sources }, quote))}</p>
}

/** Where a quote comes from, what kind of words it is and which feeling. */
export function QuoteMeta({ quote }: { quote: Quote }) {
  return (
    <div className={styles.meta}>
      <QuoteSource quote={quote} />
      {(quote.kind !== 'other' || quote.feeling !== null) && (
        <p className={styles.marks}>
          <KindChip kind={quote.kind} />
          {quote.feeling !== null && <FeelingMark feeling={quote.feeling} />}
        </p>
      )}
    </div>
  )
}
