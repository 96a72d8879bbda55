import { useState } from 'react'
import type { Note } from '#shared/model/kinds.ts'
import { DETAILS } from '#shared/model/limits.ts'
import { besideTheMap, changeMine, type Mine } from '../../commands/contributions.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './contribute.module.css'
import { Failed } from './Failed.tsx'
import { type Cell, NotePlace } from './NotePlace.tsx'
import { useSending } from './useSending.ts'

/** Changes the words and the place of one's own note; only what differs is sent. */
export function ChangeNote({ mine, note, onDone }: { mine: Mine; note: Note; onDone(): void }) {
  const open = useOpenMap()
  const before: Cell = { stage: note.stage ?? '', lane: note.lane ?? '' }
  const [text, setText] = useState(note.text)
  const [cell, setCell] = useState(before)
  const { busy, failure, send } = useSending()

  const save = async () => {
    const isMoved = cell.stage !== before.stage || cell.lane !== before.lane
    // In a cell the layout finds the place.
    const spot = cell.lane ? { x: 0, y: 0 } : besideTheMap(open)
    const change = {
      ...(text.trim() !== note.text ? { text: text.trim() } : {}),
      ...(isMoved ? { stage: cell.stage || null, lane: cell.lane || null, ...spot } : {}),
    }
    if (Object.keys(change).length === 0 || (await send(() => changeMine(open, mine, change)))) onDone()
  }
  return (
    <form
      className={styles.change}
      aria-label="Change this note"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <TextArea
        label="Your note"
        dir="auto"
        maxLength={DETAILS}
        value={text}
        onChange={setText}
        readOnly={busy}
        autoFocus
      />
      <NotePlace value={cell} onChange={setCell} />
      <Failed failure={failure} />
      <div className={styles.actions}>
        <Button size="small" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" busy={busy} disabled={text.trim() === ''}>
          Save
        </Button>
      </div>
    </form>
  )
}
