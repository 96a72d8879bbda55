import Pencil from 'lucide-react/icons/pencil'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import type { Version } from '../../api/types.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './history.module.css'
import { timeWords } from './historyWords.ts'
import { VERSION_NAME } from './KeepNow.tsx'

type Props = {
  version: Version
  /** Who wrote until then, in words. */
  authors: string
  chosen: boolean
  onChoose(): void
  onNamed(): Promise<void>
}

/** One version in the list; its name is given in place. */
export function VersionRow({ version, authors, chosen, onChoose, onNamed }: Props) {
  const [naming, setNaming] = useState(false)
  const canEdit = useCanEdit()
  const time = timeWords(new Date(version.at))
  if (naming) {
    return (
      <li className={styles.row}>
        <NameField version={version} time={time} onDone={() => setNaming(false)} onNamed={onNamed} />
      </li>
    )
  }
  return (
    <li className={styles.row}>
      <button type="button" className={styles.open} aria-current={chosen || undefined} onClick={onChoose}>
        <span className={styles.head}>
          <time dateTime={version.at} className={styles.time}>
            {time}
          </time>
          {version.name !== null && <span className={styles.name}>{version.name}</span>}
        </span>
        {authors !== '' && <span className={styles.authors}>{authors}</span>}
      </button>
      {canEdit && (
        <IconButton
          label={version.name === null ? `Name the version of ${time}` : `Rename “${version.name}”`}
          size="small"
          onClick={() => setNaming(true)}
        >
          <Pencil size={14} />
        </IconButton>
      )}
    </li>
  )
}

/** Enter and leaving it keep the name, Escape does not; an empty one takes the name away. */
function NameField({
  version,
  time,
  onDone,
  onNamed,
}: {
  version: Version
  time: string
  onDone(): void
  onNamed(): Promise<void>
}) {
  const { id, token } = useOpenMap()
  const [name, setName] = useState(version.name ?? '')
  const keep = async () => {
    onDone()
    const wanted = name.trim() === '' ? null : name.trim()
    if (wanted === version.name) return
    const answer = await api(token).nameVersion(id, version.number, wanted)
    if (answer.ok) await onNamed()
    else toast('The name could not be kept.', { tone: 'error', detail: answer.message })
  }
  return (
    <TextField
      label={`Name of the version of ${time}`}
      hideLabel
      autoFocus
      value={name}
      maxLength={VERSION_NAME}
      placeholder="Name"
      onChange={setName}
      onBlur={() => void keep()}
      onKeyDown={event => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape') return
        // Leaves the field and not the dialog.
        event.stopPropagation()
        event.preventDefault()
        onDone()
      }}
    />
  )
}
