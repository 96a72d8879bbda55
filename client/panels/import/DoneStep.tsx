import CircleCheck from 'lucide-react/icons/circle-check'
import Undo from 'lucide-react/icons/undo-2'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { countWords } from '../countWords.ts'
import styles from './import.module.css'
import { LeftOut } from './LeftOut.tsx'
import { addedWords } from './MapStep.tsx'
import { placesWords } from './placesWords.ts'
import type { Import } from './useImport.ts'
import { leftOutOf, type Wizard } from './wizard.ts'

export type DoneStepProps = { wizard: Wizard & { step: 'done' }; doing: Import; onClose(): void }

/** What is on the map now, what to do next, and the way back. */
export function DoneStep({ wizard: { report, preview, taken, file }, doing, onClose }: DoneStepProps) {
  const open = useOpenMap()
  const rows = leftOutOf(report)
  const waiting = preview?.places.tray ?? 0
  if (taken) {
    return (
      <div className={styles.done}>
        <p className={styles.doneWords} role="status">
          The import is taken back.
        </p>
        <Button onClick={doing.putBack}>Bring it back</Button>
      </div>
    )
  }
  return (
    <div className={styles.done}>
      <p className={styles.doneWords} role="status">
        {report.added > 0 && <CircleCheck aria-hidden="true" />}
        {preview ? doneWords(report.added, preview.counts.customers) : mapWords(report.added)}
      </p>
      {report.added > 0 && <p className={styles.quiet}>{preview ? placesWords(preview) : addedWords(report.counts)}</p>}
      {report.redacted > 0 && (
        <p className={styles.quiet}>
          In {report.redacted === 1 ? 'one' : report.redacted.toLocaleString('en-GB')} of them an address or a number is
          hidden. The original stays on the server.
        </p>
      )}
      <div className={styles.doneButtons}>
        {report.import !== null && (
          <Button icon={<Undo />} onClick={doing.takeBack}>
            Undo the import
          </Button>
        )}
        {report.added > 0 && waiting > 0 && (
          <Button
            onClick={() => {
              open.view.setState({ trayOpen: true })
              onClose()
            }}
          >
            Place {waiting === 1 ? 'the one' : `the ${waiting.toLocaleString('en-GB')}`} in the tray
          </Button>
        )}
      </div>
      <LeftOut rows={rows} count={rows.length} name={file.name} all={async () => rows} />
    </div>
  )
}

function mapWords(added: number): string {
  return added === 0 ? 'Nothing was added: everything in it is on the map already.' : 'The other map is on this one.'
}

function doneWords(added: number, customers: number): string {
  if (added === 0) return 'Nothing was added: these quotes are on the map already, or were left out.'
  const quotes = countWords(added, 'quote')
  const people = countWords(customers, 'customer')
  return `${quotes}${customers === 0 ? '' : ` of ${people}`} ${added === 1 ? 'is' : 'are'} on the map.`
}
