import { useState } from 'react'
import { isDay } from '#shared/model/field.ts'
import type { Promised } from '#shared/model/kinds.ts'
import { DETAILS } from '#shared/model/limits.ts'
import { addCheck } from '../../commands/promises.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './promises.module.css'
import { CHECK_WORDS } from './promiseWords.ts'

/** Writes down one check of a promise: the day, what was heard and done, and at the end of how many asked how many would return. */
export function NewCheck({ promise, today }: { promise: Promised; today: string }) {
  const open = useOpenMap()
  const [isOpen, setOpen] = useState(false)
  const [on, setOn] = useState(today)
  const [heard, setHeard] = useState('')
  const [done, setDone] = useState('')
  const [kept, setKept] = useState(true)
  const [asked, setAsked] = useState('')
  const [would, setWould] = useState('')
  const word = CHECK_WORDS[promise.standard]
  if (!isOpen) {
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        Add {word === 'answer' || word === 'agreement' ? 'an' : 'a'} {word}
      </Button>
    )
  }
  const isCounted = promise.standard === 'return'
  const [many, some] = [countIn(asked), countIn(would)]
  const complaint = isCounted ? complaintAbout(many, some) : null
  const add = () =>
    addCheck(open, promise, {
      on,
      kept,
      heard: heard.trim(),
      done: done.trim(),
      asked: isCounted ? many : null,
      would: isCounted ? some : null,
    })
  return (
    <form
      className={styles.form}
      aria-label={`New ${word}`}
      onSubmit={event => {
        event.preventDefault()
        if (isDay(on) && complaint === null) add()
      }}
    >
      <TextField type="date" label="Day" value={on} onChange={setOn} required autoFocus />
      {isCounted && (
        <div className={styles.dates}>
          <TextField type="number" min={0} label="Asked" value={asked} onChange={setAsked} />
          <TextField type="number" min={0} label="Would return or refer" value={would} onChange={setWould} />
        </div>
      )}
      {complaint && asked !== '' && would !== '' && <p className={styles.complaint}>{complaint}</p>}
      <TextArea label="What was heard" value={heard} maxLength={DETAILS} onChange={setHeard} />
      <TextArea label="What was done" value={done} maxLength={DETAILS} onChange={setDone} />
      {!isCounted && (
        <Checkbox checked={kept} onChange={setKept}>
          The promise was kept
        </Checkbox>
      )}
      <div className={styles.buttons}>
        <Button size="small" variant="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" disabled={!isDay(on) || complaint !== null}>
          Add
        </Button>
      </div>
    </form>
  )
}

/** A whole number from 0 up; null for anything else. */
function countIn(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : null
}

function complaintAbout(asked: number | null, would: number | null): string | null {
  if (asked === null || asked === 0 || would === null) return 'Say how many were asked, and how many would return.'
  return would > asked ? 'No more can return than were asked.' : null
}
