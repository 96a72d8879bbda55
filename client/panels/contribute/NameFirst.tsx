import { useState } from 'react'
import { anyColor, complaintAbout, writeMe } from '../../api/me.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './contribute.module.css'

/** Asks for a name once: without one, whoever has the same link could change what this person adds. */
export function NameFirst({ onNamed }: { onNamed(): void }) {
  const [name, setName] = useState('')
  const [complaint, setComplaint] = useState<string | null>(null)
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        const wrong = complaintAbout(name)
        setComplaint(wrong)
        if (wrong !== null) return
        writeMe({ name, color: anyColor() })
        onNamed()
      }}
    >
      <div className={styles.fields}>
        <TextField
          label="Your name"
          hint="Then what you add is yours: you can change it or take it back."
          error={complaint}
          value={name}
          onChange={setName}
          autoFocus
          autoComplete="name"
        />
      </div>
      <footer className={styles.foot}>
        <Button type="submit" variant="primary">
          Go on
        </Button>
      </footer>
    </form>
  )
}
