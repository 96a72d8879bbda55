import { fold } from '#shared/formats/csv/fold.ts'
import type { QuoteKind } from '#shared/model/records/quotes.ts'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { KIND_WORDS, QUOTE_KINDS } from '../quotes/quoteWords.ts'
import styles from './import.module.css'
import { ValueSection, type ValuesProps, ValueWords } from './ValueSection.tsx'

const OPTIONS = QUOTE_KINDS.map(kind => ({ value: kind, label: KIND_WORDS[kind] }))

/** Labels of sentiment suggest what worked and what did not; whether that is believed is a person's choice. */
export function SentimentValues({ values, choices, onChange }: ValuesProps) {
  const counts = new Map(values.sentiments.map(({ value, count }) => [fold(value), count]))
  const set = (value: string, kind: QuoteKind) => {
    const sentiments = choices.sentiments.map(entry => (entry.value === value ? { ...entry, kind } : entry))
    onChange({ ...choices, sentiments })
  }
  return (
    <ValueSection
      title="Does the sentiment say what worked?"
      note="Somebody or some program labelled these quotes. They can suggest the kind of each quote."
      action={
        <Switch
          checked={choices.acceptSentiment}
          onChange={acceptSentiment => onChange({ ...choices, acceptSentiment })}
        >
          Use it
        </Switch>
      }
    >
      <ul className={styles.grid}>
        {choices.sentiments.map(({ value, kind }) => (
          <li key={value} className={styles.row}>
            <ValueWords value={value} count={counts.get(fold(value)) ?? 0} />
            <Select
              label={`What “${value}” says`}
              hideLabel
              options={OPTIONS}
              value={kind}
              disabled={!choices.acceptSentiment}
              onChange={chosen => set(value, chosen)}
            />
          </li>
        ))}
      </ul>
    </ValueSection>
  )
}
