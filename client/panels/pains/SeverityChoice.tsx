import { useId } from 'react'
import { SeverityMark } from '../../ui/SeverityMark.tsx'
import styles from './pains.module.css'

const LEVELS = [1, 2, 3, 4, 5]

/** How much it hurts: five squares, each filled by one fifth more. */
export function SeverityChoice({ value, onChange }: { value: number; onChange(severity: number): void }) {
  const name = useId()
  return (
    <fieldset className={styles.levels} aria-label="Severity">
      {LEVELS.map(level => (
        <label key={level} className={styles.level}>
          <input
            type="radio"
            name={name}
            checked={value === level}
            onChange={() => onChange(level)}
            aria-label={`Severity ${level} of 5`}
          />
          <span aria-hidden="true">
            <SeverityMark severity={level} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}
