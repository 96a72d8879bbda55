import { useId } from 'react'
import type { QuoteKind } from '#shared/model/records/quotes.ts'
import styles from './AddQuote.module.css'
import { KIND_ICONS } from './KindChip.tsx'
import { KIND_WORDS, QUOTE_KINDS } from './quoteWords.ts'

/** What kind of words these are; exactly one is chosen. */
export function KindChoice({ value, onChange }: { value: QuoteKind; onChange(kind: QuoteKind): void }) {
  const name = useId()
  return (
    <fieldset className={styles.kinds} aria-label="What kind of words">
      {QUOTE_KINDS.map(kind => (
        <label key={kind} className={styles.kind}>
          <input type="radio" name={name} checked={value === kind} onChange={() => onChange(kind)} />
          <span>
            {KIND_ICONS[kind]}
            {KIND_WORDS[kind]}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
