import { useState } from 'react'
import type { Quote } from '#shared/model/kinds.ts'
import { changeQuote } from '../../commands/quotes.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './AddQuote.module.css'
import { QuoteFacts } from './QuoteFacts.tsx'

/** Changes what is known about a quote: who, when, how. The words stay as they were said. */
export function EditQuote({ quote, onDone }: { quote: Quote; onDone(): void }) {
  const open = useOpenMap()
  const [facts, setFacts] = useState({
    customer: quote.customer ?? '',
    kind: quote.kind,
    how: quote.how,
    feeling: quote.feeling,
    saidOn: quote.saidOn ?? '',
    channel: quote.channel,
  })
  const save = () => {
    const { customer, saidOn, ...same } = facts
    const feelingFrom = facts.feeling === quote.feeling ? quote.feelingFrom : facts.feeling === null ? null : 'coder'
    const known = { ...same, customer: customer || null, saidOn: saidOn || null, feelingFrom } as const
    changeQuote(open, quote.id, changed(quote, known))
    onDone()
  }
  return (
    <form
      className={styles.edit}
      aria-label="Details of this quote"
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <QuoteFacts value={facts} onChange={fields => setFacts(now => ({ ...now, ...fields }))} knownOnly />
      <div className={styles.buttons}>
        <Button variant="quiet" size="small" onClick={onDone}>
          Cancel
        </Button>
        <Button variant="primary" size="small" type="submit">
          Save
        </Button>
      </div>
    </form>
  )
}

/** Only what differs, so that a colleague's change of another field stays. */
function changed<T extends object>(before: object, after: T): Partial<T> {
  const old = before as Record<string, unknown>
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => old[name] !== value)) as Partial<T>
}
