import { useState } from 'react'
import { reaches } from '#shared/model/roles.ts'
import { erase, withdraw } from '../../commands/privacy.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { countWords } from '../countWords.ts'
import { customerRows } from './customerRows.ts'
import styles from './customers.module.css'

/** What somebody is about to take away, and whose. */
export type RemovalOf = { what: 'withdraw' | 'erase'; id: string }

/** Says plainly what goes and that it stays gone, and then does it. */
export function Removal({ what, id, onDone, onCancel }: RemovalOf & { onDone(): void; onCancel(): void }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const map = useMap(view => view.map)
  const row = customerRows(map).find(({ customer }) => customer.id === id)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const name = row?.name ?? ''
  const isErasing = what === 'erase'
  const may = isErasing ? reaches(open.role, 'facilitator') : canEdit
  const go = async () => {
    setBusy(true)
    setProblem(null)
    const answer = await (isErasing ? erase(open, id) : withdraw(open, id))
    setBusy(false)
    if (!answer.ok) return setProblem(answer.message)
    const words = countWords(answer.value.quotes, 'quote')
    toast(isErasing ? `The customer is erased, with ${words}.` : `The words of ${name} are gone: ${words}.`, {
      id: 'customers',
      tone: 'done',
    })
    onDone()
  }
  return (
    <div className={styles.form}>
      <ul className={styles.points}>
        <li>
          {countWords(row?.quotes ?? 0, 'quote')} of {name}, with excerpts, evidence and originals, leave every view,
          count and export at once.
        </li>
        <li>They leave the history too: no older version holds them any more.</li>
        {isErasing ? (
          <li>The customer goes as well, with everything that is known about them.</li>
        ) : (
          <li>{name} stays in the list as withdrawn, without details, so that no import brings the words back.</li>
        )}
        <li>What somebody copied into notes, titles or back-ups stays there.</li>
        <li>Everybody’s page opens the map anew. Nobody can undo steps from before.</li>
      </ul>
      <p>
        <strong>This can’t be undone.</strong>
      </p>
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <div className={styles.buttons}>
        <Button variant="quiet" onClick={onCancel} autoFocus>
          Cancel
        </Button>
        <Button variant="danger" busy={busy} disabled={!may} onClick={() => void go()}>
          {isErasing ? 'Erase for good' : 'Withdraw for good'}
        </Button>
      </div>
    </div>
  )
}
