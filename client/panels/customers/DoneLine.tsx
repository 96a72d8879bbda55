import { useSyncExternalStore } from 'react'
import { onUndoChange } from '../../commands/imports.ts'
import { command } from '../../commands/registry.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './customers.module.css'

/** What was done just now, and how many steps could be undone then. */
export type Done = { words: string; depth: number }

/** Says what was done and lets it be undone, for as long as it is the last thing that this person did. */
export function DoneLine({ done: { words, depth }, onUndone }: { done: Done; onUndone(): void }) {
  const open = useOpenMap()
  const isLast = useSyncExternalStore(
    listener => onUndoChange(open, listener),
    () => open.session.undo.depth() === depth,
  )
  return (
    <div className={styles.done}>
      <span role="status">{words}</span>
      {isLast && (
        <Button
          size="small"
          onClick={() => {
            command('undo').run(open)
            onUndone()
          }}
        >
          Undo
        </Button>
      )}
    </div>
  )
}
