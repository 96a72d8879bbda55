import FileUp from 'lucide-react/icons/file-up'
import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Progress } from '../../ui/Progress.tsx'
import styles from './import.module.css'

export type FileStepProps = { reading: string | null; problem: string | null; onFile(file: File): void }

/** Asks for a file of quotes, by dropping, choosing or pasting. */
export function FileStep({ reading, problem, onFile }: FileStepProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const given = event.clipboardData
    const [file] = given?.files ?? []
    const text = given?.getData('text/plain') ?? ''
    if (!file && text.trim() === '') return
    event.preventDefault()
    onFile(file ?? pastedFile(text))
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => onPaste(event)
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
  const over = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  if (reading !== null) {
    return (
      <div className={styles.sending}>
        <Progress label={`Reading ${reading}`} value={null} />
      </div>
    )
  }
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only pointers drop files; the button is for everybody. */}
      <div
        className={cx(styles.drop, isOver && styles.over)}
        onDragOver={over}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileUp aria-hidden="true" />
        <p className={styles.lead}>Drop a file of customers’ quotes here</p>
        <p className={styles.quiet}>
          A table (CSV, TSV, Excel), a transcript (text, VTT, SRT) or a map of ours (JSON). Copied rows can be pasted.
        </p>
        <Button variant="primary" onClick={() => input.current?.click()} autoFocus>
          Choose a file
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="File of quotes"
          accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.vtt,.srt,.json,text/csv,text/tab-separated-values"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            currentTarget.value = ''
            if (file) onFile(file)
          }}
        />
      </div>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <p className={styles.promise}>
        Nothing is on the map before you say so. E-mail addresses, phone, account and reference numbers are hidden
        first, and customers get numbers instead of names.
      </p>
    </div>
  )
}

/** Rows as spreadsheets copy them are parted at tabs; other text may be a transcript, or a list. */
function pastedFile(text: string): File {
  return new File([text], text.includes('\t') ? 'Pasted table.tsv' : 'Pasted text.txt', { type: 'text/plain' })
}
