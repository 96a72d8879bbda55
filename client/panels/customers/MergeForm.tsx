import { useState } from 'react'
import { mergeCustomers, whyNotMerged } from '../../commands/customers.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { countWords } from '../countWords.ts'
import { dotted } from '../dotted.ts'
import type { CustomerRow } from './customerRows.ts'
import styles from './customers.module.css'

/** Makes one person of several; somebody says which of them stays. */
export function MergeForm({
  rows,
  onDone,
  onCancel,
}: {
  rows: readonly CustomerRow[]
  onDone(words: string): void
  onCancel(): void
}) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const most = rows.reduce<CustomerRow | undefined>(
    (best, row) => (best && best.quotes >= row.quotes ? best : row),
    undefined,
  )
  const [asked, setKeep] = useState(most?.customer.id ?? '')
  const stays = rows.find(({ customer }) => customer.id === asked) ?? most
  const whyNot = whyNotMerged(rows.map(({ customer }) => customer))
  const quotes = rows.reduce((sum, row) => sum + row.quotes, 0)
  const merge = () => {
    if (!stays || !canEdit) return
    mergeCustomers(
      open,
      stays.customer.id,
      rows.map(({ customer }) => customer.id),
    )
    onDone(`${countWords(rows.length, 'customer')} are ${stays.name} now.`)
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (whyNot === null) merge()
      }}
    >
      <fieldset className={styles.choices}>
        <legend>Who stays?</legend>
        {rows.map(({ customer, name, persona, facets, quotes: count }) => (
          <label key={customer.id} className={styles.choice}>
            <input
              type="radio"
              name="keep"
              checked={customer.id === stays?.customer.id}
              onChange={() => setKeep(customer.id)}
            />
            <span>
              {name}
              <span className={styles.sub}>{dotted([countWords(count, 'quote'), persona, facets])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p>
        {whyNot ??
          `All ${countWords(quotes, 'quote')} become those of ${stays?.name ?? ''}, and every count follows. What is known about ${stays?.name ?? ''} stays; what is empty is filled from the others.`}
      </p>
      <div className={styles.buttons}>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button variant="primary" type="submit" disabled={whyNot !== null || !canEdit}>
          Merge
        </Button>
      </div>
    </form>
  )
}
