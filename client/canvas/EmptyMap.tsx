import { useCanEdit, useOpenMap } from '../store/MapContext.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './Canvas.module.css'
import { startWithFiveStages, startWithOneStage } from './emptyMap.ts'

/** What stands on a map that has nothing on it yet. */
export function EmptyMap() {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  return (
    <div className={styles.empty}>
      {canEdit ? (
        <EmptyState
          action={
            <div className={styles.choices}>
              <Button variant="primary" onClick={() => startWithFiveStages(open)}>
                Start with five stages
              </Button>
              <Button onClick={() => startWithOneStage(open)}>Add a stage</Button>
            </div>
          }
        >
          A journey is told in stages, from the first thought to the last contact.
        </EmptyState>
      ) : (
        <EmptyState>Nothing is on this map yet. What others add appears here at once.</EmptyState>
      )}
    </div>
  )
}
