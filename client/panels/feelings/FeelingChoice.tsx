import { useId } from 'react'
import { cx } from '../../ui/cx.ts'
import styles from './feelings.module.css'
import { FEELINGS, feelingNumber, feelingWord } from './feelingWords.ts'

export type FeelingChoiceProps = {
  label: string
  value: number | null
  /** null when the chosen step is pressed again. */
  onChange(feeling: number | null): void
  /** `pencil` for what the team assumes, `ink` for what a customer felt. */
  tone: 'pencil' | 'ink'
  disabled?: boolean
}

/** Five steps from −2 to 2, of which at most one is chosen. */
export function FeelingChoice({ label, value, onChange, tone, disabled = false }: FeelingChoiceProps) {
  const name = useId()
  return (
    <fieldset className={cx(styles.steps, styles[tone])} disabled={disabled} aria-label={label}>
      {FEELINGS.map(feeling => (
        <label key={feeling} className={styles.step} title={feelingWord(feeling)}>
          <input
            type="radio"
            name={name}
            checked={value === feeling}
            onChange={() => onChange(feeling)}
            onClick={() => value === feeling && onChange(null)}
            aria-label={feelingWord(feeling)}
          />
          <span className={styles.dot} data-feeling={feeling} aria-hidden="true">
            {feelingNumber(feeling)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
