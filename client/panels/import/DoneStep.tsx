import CircleCheck from 'lucide-react/icons/circle-check'
import Undo from 'lucide-react/icons/undo-2'
import { Button } from '../../ui/Button.tsx'
import styles from './import.module.css'
import { LeftOut } from './LeftOut.tsx'
import type { Import } from './useImport.ts'
import { leftOutOf, type Wizard } from './wizard.ts'

/** What is on the map now, and the way back. */
export function DoneStep({ wizard, doing }: { wizard: Wizard & { step: 'done' }; doing: Import }) {
  const { report, customers, taken, file } = wizard
  const rows = leftOutOf(report)
  return (
    <div className={styles.done}>
      <p className={styles.doneWords} role="status">
        {!taken && <CircleCheck aria-hidden="true" />}
        {taken ? 'The import is taken back. The map is as it was before.' : doneWords(report.added, customers)}
      </p>
      {!taken && report.redacted > 0 && (
        <p className={styles.quiet}>
          In {report.redacted.toLocaleString('en-GB')} of them an address or a number is hidden. Its original stays on
          the server.
        </p>
      )}
      {report.import !== null &&
        (taken ? (
          <Button onClick={doing.putBack}>Bring it back</Button>
        ) : (
          <Button icon={<Undo />} onClick={doing.takeBack}>
            Undo the import
          </Button>
        ))}
      {!taken && <LeftOut rows={rows} count={rows.length} name={file.name} all={async () => rows} />}
    </div>
  )
}

function doneWords(added: number, customers: number): string {
  if (added === 0) return 'Nothing was added: every quote of this file is on the map already, or was left out.'
  const quotes = `${added.toLocaleString('en-GB')} ${added === 1 ? 'quote' : 'quotes'}`
  const of =
    customers === 0 ? '' : ` of ${customers.toLocaleString('en-GB')} ${customers === 1 ? 'customer' : 'customers'}`
  return `${quotes}${of} ${added === 1 ? 'is' : 'are'} on the map.`
}
