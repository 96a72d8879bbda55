import { command } from '../../commands/registry.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './tray.module.css'

export type TrayEmptyProps = {
  reason: 'none' | 'not found' | 'found elsewhere' | 'all placed' | 'filtered' | 'none counts'
  onShowAll(): void
  onAdd(): void
}

const SENTENCES = {
  'not found': 'No quote has these words.',
  'found elsewhere': 'None of the quotes shown here has these words; others do.',
  'all placed': 'Every quote has its place.',
  filtered: 'No quote is of this kind.',
  'none counts': 'No quote passes the filter of the map.',
} as const

/** Why the tray shows nothing, and what to do about it. */
export function TrayEmpty({ reason, onShowAll, onAdd }: TrayEmptyProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  if (reason !== 'none') {
    return (
      <div className={styles.empty}>
        <EmptyState action={<Button onClick={onShowAll}>Show all quotes</Button>}>{SENTENCES[reason]}</EmptyState>
      </div>
    )
  }
  return (
    <div className={styles.empty}>
      <EmptyState
        action={
          canEdit && (
            <div className={styles.buttons}>
              <Button variant="primary" onClick={() => command('dialog.import').run(open)}>
                Import a file
              </Button>
              <Button onClick={onAdd}>Add a quote</Button>
            </div>
          )
        }
      >
        {canEdit ? 'No quotes yet. Import a file, or write down what one customer said.' : 'No quotes yet.'}
      </EmptyState>
    </div>
  )
}
