import type { QuoteKind } from '#shared/model/records/quotes.ts'
import styles from './AddQuote.module.css'
import { KIND_ICONS } from './KindChip.tsx'
import { KIND_WORDS } from './quoteWords.ts'

const KINDS = ['worked', 'did-not-work', 'wish'] as const satisfies QuoteKind[]

/** What kind of words these are. Words of no particular kind are what is left when nothing is pressed. */
export function KindChoice({ value, onChange }: { value: QuoteKind; onChange(kind: QuoteKind): void }) {
  return (
    <fieldset className={styles.kinds} aria-label="What kind of words">
      {KINDS.map(kind => (
        <button
          key={kind}
          type="button"
          className={styles.kind}
          aria-pressed={value === kind}
          onClick={() => onChange(value === kind ? 'other' : kind)}
        >
          {KIND_ICONS[kind]}
          {KIND_WORDS[kind]}
        </button>
      ))}
    </fieldset>
  )
}
