import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { useState } from 'react'
import type { UnsavedEdit } from '../../session/Unsaved.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copyText.ts'
import { toast } from '../../ui/toast.ts'
import styles from './EditList.module.css'

/** Edits that are not on the map, as lines that can be selected, with when they were made. */
export function EditList({ edits }: { edits: readonly UnsavedEdit[] }) {
  return (
    // A list that scrolls has to be reached by the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ul className={styles.edits} aria-label="Edits that are not on the map" tabIndex={0}>
      {edits.map(({ key, words, at }) => (
        <li key={key}>
          <time dateTime={new Date(at).toISOString()}>{said(at)}</time> {words}
        </li>
      ))}
    </ul>
  )
}

export function CopyEdits({ edits }: { edits: readonly UnsavedEdit[] }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    if (await copyText(edits.map(({ words, at }) => `${said(at)}  ${words}`).join('\n'))) setCopied(true)
    else toast('They can’t be copied here. Select the list and press Ctrl C.', { tone: 'error' })
  }
  return (
    <Button size="small" icon={isCopied ? <Check size={14} /> : <Copy size={14} />} onClick={() => void copy()}>
      {isCopied ? 'Copied' : 'Copy the list'}
    </Button>
  )
}

/** The time, and the day where it was another. */
function said(at: number): string {
  const [date, today] = [new Date(at), new Date()]
  const time = date.toLocaleTimeString('en-GB')
  if (date.toDateString() === today.toDateString()) return time
  return `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} ${time}`
}
