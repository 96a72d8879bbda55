import { useMemo, useState } from 'react'
import type { Customer } from '#shared/model/kinds.ts'
import { splitCustomer } from '../../commands/customers.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { countWords } from '../countWords.ts'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { quoteFacts } from '../quotes/quoteFacts.ts'
import { WhereSaid } from '../quotes/WhereSaid.tsx'
import { whereWords } from '../tray/trayQuotes.ts'
import styles from './customers.module.css'

/** More are shown when somebody asks. */
const SHOWN = 40

export type CustomerQuotesProps = {
  customer: Customer
  onOpen(customer: string): void
  /** Says what was done, in words. */
  onSplit(words: string): void
}

/** All quotes of one customer; those that are somebody else's can be parted off. */
export function CustomerQuotes({ customer, onOpen, onSplit }: CustomerQuotesProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const map = useMap(view => view.map)
  const quotes = useMemo(
    () => (customer.consent === 'withdrawn' ? [] : map.quotes.filter(quote => quote.customer === customer.id)),
    [map.quotes, customer],
  )
  const [shown, setShown] = useState(SHOWN)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const chosen = quotes.filter(({ id }) => marked.has(id)).map(({ id }) => id)
  const toggle = (id: string) => {
    const next = new Set(marked)
    if (!next.delete(id)) next.add(id)
    setMarked(next)
  }
  const split = () => {
    const made = splitCustomer(open, customer.id, chosen)
    if (made === null) return
    setMarked(new Set())
    onSplit(`${countWords(chosen.length, 'quote')} ${chosen.length === 1 ? 'is' : 'are'} another customer’s now.`)
    // Only once they are in the mirrored map.
    if (chosen.length === quotes.length) queueMicrotask(() => onOpen(made))
  }
  if (customer.consent === 'withdrawn') {
    return <p className={styles.none}>Consent was withdrawn. None of their words are kept.</p>
  }
  if (quotes.length === 0) return <p className={styles.none}>Nothing of what they said is on the map.</p>
  const rest = quotes.length - shown
  return (
    <section aria-label="Quotes">
      <h3 className={styles.heading}>{countWords(quotes.length, 'quote')}</h3>
      <ul className={styles.said}>
        {quotes.slice(0, shown).map(quote => (
          <li key={quote.id}>
            {canEdit && (
              <input
                type="checkbox"
                aria-label={`Choose “${quote.text.slice(0, 60)}”`}
                checked={marked.has(quote.id)}
                onChange={() => toggle(quote.id)}
              />
            )}
            <div>
              <QuoteWords text={quote.text} recalled={quote.how === 'recalled'} />
              <p className={styles.where}>{[...quoteFacts(map, quote).slice(1), whereWords(map, quote)].join(' · ')}</p>
              <WhereSaid quote={quote} />
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="quiet" size="small" onClick={() => setShown(shown + SHOWN)}>
          Show {Math.min(rest, SHOWN)} more of {rest.toLocaleString('en-GB')}
        </Button>
      )}
      {canEdit && chosen.length > 0 && (
        <div className={styles.actions}>
          <Button onClick={split}>
            {chosen.length === 1 ? 'This is' : `These ${chosen.length} are`} another customer’s
          </Button>
        </div>
      )}
    </section>
  )
}
