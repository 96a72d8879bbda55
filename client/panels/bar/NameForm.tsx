import { useState } from 'react'
import { anyColor, complaintAbout, type Me, PEOPLE_COLORS, writeMe } from '../../api/me.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './People.module.css'

/** Asks under which name and colour others see this person. */
export function NameForm({ me, onDone }: { me: Me | null; onDone(): void }) {
  const [name, setName] = useState(me?.name ?? '')
  const [color, setColor] = useState(() => me?.color ?? anyColor())
  const [complaint, setComplaint] = useState<string | null>(null)
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        const wrong = complaintAbout(name)
        setComplaint(wrong)
        if (wrong !== null) return
        writeMe({ name, color })
        onDone()
      }}
    >
      <TextField
        label="Your name"
        hint="Others see it beside your cursor."
        error={complaint}
        value={name}
        onChange={setName}
        autoFocus
        autoComplete="name"
      />
      <fieldset className={styles.colors}>
        <legend className={styles.legend}>Your colour</legend>
        {PEOPLE_COLORS.map(one => (
          <label key={one.color} className={styles.color} style={{ background: one.color }}>
            <input
              type="radio"
              name="color"
              value={one.color}
              aria-label={one.name}
              checked={color === one.color}
              onChange={() => setColor(one.color)}
            />
          </label>
        ))}
      </fieldset>
      <Button type="submit" variant="primary">
        {me ? 'Change' : 'Join'}
      </Button>
    </form>
  )
}
