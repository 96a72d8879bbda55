import type { Quote } from '#shared/model/kinds.ts'
import { useMap } from '../../store/MapContext.tsx'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import { lookUp } from '../lookUp.ts'
import { KindChip } from './KindChip.tsx'
import styles from './quotes.module.css'
import { dayWords, speakerWords } from './quoteWords.ts'

/** Who said it, when, over which channel, and which source it is from. */
export function QuoteSource({ quote }: { quote: Quote }) {
  const customer = useMap(({ map }) => lookUp(map.customers, quote.customer))
  const source = useMap(({ map }) => lookUp(map.sources, quote.source)?.name)
  const facts = [
    speakerWords(customer),
    quote.saidOn && dayWords(quote.saidOn),
    quote.channel,
    source,
    quote.how === 'recalled' && 'recalled by a colleague',
    quote.score && `score ${quote.score}`,
  ].filter(Boolean)
  return <p className={styles.facts}>{facts.join(' · ')}</p>
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
