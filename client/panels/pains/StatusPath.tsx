import { useId } from 'react'
import type { PainStatus } from '#shared/model/records/painPoints.ts'
import styles from './pains.module.css'
import { PAIN_STATUSES, STATUS_MEANS, STATUS_WORDS } from './painWords.ts'

export type StatusPathProps = { value: PainStatus; disabled: boolean; onChange(status: PainStatus): void }

/** How far a pain point has come: own it, say sorry, mend it, move on. */
export function StatusPath({ value, disabled, onChange }: StatusPathProps) {
  const name = useId()
  const reached = PAIN_STATUSES.indexOf(value)
  return (
    <fieldset className={styles.path} aria-label="How far we are" disabled={disabled}>
      {PAIN_STATUSES.map((status, index) => (
        <label key={status} className={styles.stop} data-reached={index <= reached} title={STATUS_MEANS[status]}>
          <input type="radio" name={name} checked={value === status} onChange={() => onChange(status)} />
          <span className={styles.stopDot} aria-hidden="true" />
          <span className={styles.stopWord}>{STATUS_WORDS[status]}</span>
        </label>
      ))}
    </fieldset>
  )
}
