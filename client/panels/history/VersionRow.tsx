import Pencil from 'lucide-react/icons/pencil'
import { useEffect, useRef, useState } from 'react'
import { VERSION_NAME } from '#shared/model/limits.ts'
import { api } from '../../api/api.ts'
import type { Version } from '../../api/types.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './history.module.css'
import { timeWords } from './historyWords.ts'

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
  /** `named` by a key: the focus goes back to where it was. */
  const [naming, setNaming] = useState<'no' | 'under way' | 'named'>('no')
  const canEdit = useCanEdit()
  const time = timeWords(new Date(version.at))
  if (naming === 'under way') {
    return (
      <li className={styles.row}>
        <NameField
          version={version}
          time={time}
          onDone={byKey => setNaming(byKey ? 'named' : 'no')}
          onNamed={onNamed}
        />
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
        {authors !== '' && <span className={styles.authors}>{sentence(authors)}</span>}
      </button>
      {canEdit && (
        <IconButton
          label={version.name === null ? `Name the version of ${time}` : `Rename “${version.name}”`}
          size="small"
          autoFocus={naming === 'named'}
          onClick={() => setNaming('under way')}
        >
          <Pencil size={14} />
        </IconButton>
      )}
    </li>
  )
}

function sentence(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('en-GB')}${words.slice(1)}`
}

type NameProps = {
  version: Version
  time: string
  onDone(byKey: boolean): void
  onNamed(): Promise<void>
}

/** Enter and leaving it keep the name, Escape does not; an empty one takes the name away. */
function NameField({ version, time, onDone, onNamed }: NameProps) {
  const { id, token } = useOpenMap()
  const [name, setName] = useState(version.name ?? '')
  const isDone = useRef(false)
  const done = useRef(onDone)
  done.current = onDone
  const keep = async (byKey: boolean) => {
    if (isDone.current) return
    isDone.current = true
    onDone(byKey)
    const wanted = name.trim() === '' ? null : name.trim()
    if (wanted === version.name) return
    const answer = await api(token).nameVersion(id, version.number, wanted)
    if (answer.ok) await onNamed()
    else toast('The name could not be kept.', { tone: 'error', detail: answer.message })
  }
  useEffect(() => {
    // Before the dialog, which would close.
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      isDone.current = true
      done.current(true)
    }
    window.addEventListener('keydown', leave, true)
    return () => window.removeEventListener('keydown', leave, true)
  }, [])
  return (
    <TextField
      label={`Name of the version of ${time}`}
      hideLabel
      autoFocus
      value={name}
      maxLength={VERSION_NAME}
      placeholder="Name"
      onChange={setName}
      onBlur={() => void keep(false)}
      onKeyDown={event => {
        if (event.key !== 'Enter') return
        // Its own effect would reach the button that takes the focus now.
        event.preventDefault()
        void keep(true)
      }}
    />
  )
}
