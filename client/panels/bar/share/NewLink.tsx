import { useState } from 'react'
import { NAME } from '#shared/model/limits.ts'
import type { Role } from '#shared/model/roles.ts'
import type { NewShareLink } from '../../../api/types.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { EXPIRIES, type Expiry, expiresAt } from './expiry.ts'
import styles from './share.module.css'

export type NewLinkProps = {
  role: Role
  /** Resolves with whether it was made. */
  onMake(link: NewShareLink): Promise<boolean>
  onDone(): void
}

/** Whom a new link is for, and how long it works. */
export function NewLink({ role, onMake, onDone }: NewLinkProps) {
  const [label, setLabel] = useState('')
  const [expiry, setExpiry] = useState<Expiry>('never')
  const [isBusy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    const expires = expiresAt(expiry, Date.now())
    const isMade = await onMake({ role, label: label.trim(), ...(expires === null ? {} : { expiresAt: expires }) })
    setBusy(false)
    if (isMade) onDone()
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        void make()
      }}
    >
      <TextField
        label="Whom it is for"
        placeholder="Monday’s workshop"
        value={label}
        onChange={setLabel}
        maxLength={NAME}
        autoComplete="off"
        autoFocus
      />
      <Select<Expiry> label="Works for" value={expiry} options={EXPIRIES} onChange={setExpiry} />
      <div className={styles.buttons}>
        <Button type="submit" size="small" variant="primary" busy={isBusy}>
          Make the link
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
