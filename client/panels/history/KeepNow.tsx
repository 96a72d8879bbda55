import { useState } from 'react'
import { VERSION_NAME } from '#shared/model/limits.ts'
import { api } from '../../api/api.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './history.module.css'

/** Keeps the map as it is now under a name. */
export function KeepNow({ onKept }: { onKept(): Promise<void> }) {
  const { id, token } = useOpenMap()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | undefined>(undefined)
  const keep = async () => {
    if (name.trim() === '') return setError('Give it a name, such as “Before the workshop”.')
    setBusy(true)
    const answer = await api(token).keepVersion(id, name.trim())
    if (answer.ok) {
      setName('')
      setError(undefined)
      await onKept()
    } else setError(answer.message)
    setBusy(false)
  }
  return (
    <form
      className={styles.keep}
      onSubmit={event => {
        event.preventDefault()
        void keep()
      }}
    >
      <TextField
        label="Name the map as it is now"
        value={name}
        maxLength={VERSION_NAME}
        placeholder="Before the workshop"
        error={error}
        onChange={setName}
      />
      <Button type="submit" busy={busy}>
        Keep
      </Button>
    </form>
  )
}
