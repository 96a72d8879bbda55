import type { Quote } from '#shared/model/kinds.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChannelField } from '../ChannelField.tsx'
import { FeelingChoice } from '../feelings/FeelingChoice.tsx'
import styles from './AddQuote.module.css'
import { CustomerChoice } from './CustomerChoice.tsx'
import type { QuoteDraft } from './drafts.ts'
import { KindChoice } from './KindChoice.tsx'
import { HOW_WORDS } from './quoteWords.ts'

const HOWS = Object.entries(HOW_WORDS).map(([value, label]) => ({ value: value as Quote['how'], label }))

export type QuoteFactsProps = {
  value: Omit<QuoteDraft, 'text'>
  onChange(fields: Partial<Omit<QuoteDraft, 'text'>>): void
  /** Leaves “another customer” out, where nobody is added. */
  knownOnly?: boolean
}

/** Everything about a quote but its words: who, what kind, how it felt, how and when it reached us. */
export function QuoteFacts({ value, onChange, knownOnly = false }: QuoteFactsProps) {
  return (
    <div className={styles.facts}>
      <KindChoice value={value.kind} onChange={kind => onChange({ kind })} />
      <div className={styles.feeling}>
        <span className={styles.label}>How it felt, if you can tell</span>
        <FeelingChoice
          tone="ink"
          label="How it felt"
          value={value.feeling}
          onChange={feeling => onChange({ feeling })}
        />
      </div>
      <CustomerChoice value={value.customer} onChange={customer => onChange({ customer })} knownOnly={knownOnly} />
      <Select
        label="How it reached us"
        options={HOWS}
        value={value.how}
        onChange={how => onChange({ how })}
        hint={value.how === 'recalled' && 'By a colleague: drawn in pencil, fills no ring.'}
      />
      <TextField
        type="date"
        label="Said on"
        value={value.saidOn}
        max="9999-12-31"
        onChange={saidOn => onChange({ saidOn })}
      />
      <ChannelField value={value.channel} onChange={channel => onChange({ channel })} />
    </div>
  )
}
