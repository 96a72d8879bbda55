import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type FieldWords = {
  label: string
  /** Where the label is plain from what stands around it, it is only read out. */
  hideLabel?: boolean
  hint?: ReactNode
  /** One sentence that says what to do; marks the field as wrong. */
  error?: ReactNode
}

type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** A label, a control, and the hint or error that belongs to it. The control takes the given attributes. */
export function Field({
  label,
  hideLabel = false,
  hint,
  error,
  children,
}: FieldWords & { children(w: Wiring): ReactNode }) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? undefined : styles.label}>
        {hideLabel ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </label>
      {children({ id, 'aria-describedby': note ? `${id}-note` : undefined, 'aria-invalid': error ? true : undefined })}
      <div id={`${id}-note`} className={error ? styles.error : styles.hint} aria-live="polite">
        {note}
      </div>
    </div>
  )
}
