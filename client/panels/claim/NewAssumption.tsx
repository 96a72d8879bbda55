import { useState } from 'react'
import { DETAILS } from '#shared/model/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { FeelingChoice } from '../feelings/FeelingChoice.tsx'
import styles from './claim.module.css'

export type NewAssumptionProps = {
  feeling: number | null
  onAssume(fields: { text: string; feeling: number | null }): void
  onDone(): void
}

/** Follows an assumption on which quotes took a side. The old one stays as what we believed. */
export function NewAssumption({ feeling: before, onAssume, onDone }: NewAssumptionProps) {
  const [text, setText] = useState('')
  const [feeling, setFeeling] = useState(before)
  return (
    <form
      className={styles.next}
      aria-label="Assume something new"
      onSubmit={event => {
        event.preventDefault()
        if (text.trim()) onAssume({ text: text.trim(), feeling })
      }}
    >
      <TextArea
        label="What we assume from now on"
        hint="The present one stays on the map as what we believed before. The new one starts without voices."
        value={text}
        maxLength={DETAILS}
        onChange={setText}
        autoFocus
      />
      <FeelingChoice tone="pencil" label="The feeling we assume from now on" value={feeling} onChange={setFeeling} />
      <div className={styles.buttons}>
        <Button size="small" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" disabled={!text.trim()}>
          Assume this
        </Button>
      </div>
    </form>
  )
}
