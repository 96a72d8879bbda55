import { useId } from 'react'
import { fold } from '#shared/formats/csv/fold.ts'
import { Select } from '../../ui/Select.tsx'
import { FEELINGS, feelingNumber, feelingWord } from '../feelings/feelingWords.ts'
import styles from './import.module.css'
import { ValueSection, type ValuesProps, ValueWords } from './ValueSection.tsx'

const NO_FEELING = 'none'
const OPTIONS = [
  { value: NO_FEELING, label: 'No feeling' },
  ...FEELINGS.map(feeling => ({
    value: String(feeling),
    label: `${feelingNumber(feeling)} ${feelingWord(feeling)}`,
  })),
]

/** What the scores of the file mean, and what they rate: only a score of this touchpoint is a feeling there. */
export function ScoreValues({
  values,
  choices,
  onChange,
  onGoodEnd,
}: ValuesProps & { onGoodEnd(g: 'high' | 'low'): void }) {
  const { score } = choices
  const name = useId()
  const scales = values.scoreScales.map(({ value }) => value)
  const counts = new Map(values.scores.map(({ value, count }) => [fold(value), count]))
  const rate = (rates: 'touchpoint' | 'whole') => onChange({ ...choices, score: { ...score, rates } })
  const feel = (value: string, feeling: number | null) => {
    const entries = score.values.map(entry => (entry.value === value ? { ...entry, feeling } : entry))
    onChange({ ...choices, score: { ...score, values: entries } })
  }
  return (
    <ValueSection title="What do the scores mean?" note={scales.length === 1 ? scales[0] : undefined}>
      <div className={styles.questions}>
        <fieldset className={styles.question}>
          <legend>What does the score rate?</legend>
          <label>
            <input
              type="radio"
              name={name}
              checked={score.rates === 'touchpoint'}
              onChange={() => rate('touchpoint')}
            />
            This touchpoint
            <span className={styles.quiet}>It becomes the feeling there and draws its curve.</span>
          </label>
          <label>
            <input type="radio" name={name} checked={score.rates === 'whole'} onChange={() => rate('whole')} />
            The whole experience
            <span className={styles.quiet}>It is kept with each quote and draws no curve.</span>
          </label>
        </fieldset>
        <Select
          label="Which end is good?"
          options={[
            { value: 'high', label: 'High is good' },
            { value: 'low', label: 'Low is good' },
          ]}
          value={score.good}
          onChange={onGoodEnd}
        />
      </div>
      <ul className={styles.grid}>
        {score.values.map(({ value, feeling }) => (
          <li key={value} className={styles.row}>
            <ValueWords value={value} count={counts.get(fold(value)) ?? 0} />
            <Select
              label={`What a score of ${value} felt like`}
              hideLabel
              options={OPTIONS}
              value={feeling === null ? NO_FEELING : String(feeling)}
              disabled={score.rates === 'whole'}
              onChange={chosen => feel(value, chosen === NO_FEELING ? null : Number(chosen))}
            />
          </li>
        ))}
      </ul>
    </ValueSection>
  )
}
