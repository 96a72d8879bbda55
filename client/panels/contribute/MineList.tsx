import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './contribute.module.css'
import { Failed } from './Failed.tsx'
import { MineItem } from './MineItem.tsx'
import type { Shown } from './useMine.ts'

export type MineListProps = { shown: readonly Shown[]; failure: string | null; onReveal(id: string): void }

/** Everything this person contributed, the newest first. */
export function MineList({ shown, failure, onReveal }: MineListProps) {
  return (
    <div className={styles.list}>
      <Failed failure={failure} />
      {shown.length === 0 && failure === null && (
        <EmptyState>Quotes and notes that you add are listed here, to change them or take them back.</EmptyState>
      )}
      <ul aria-label="What you added">
        {shown.map(one => (
          <MineItem key={one.mine.id} shown={one} onReveal={onReveal} />
        ))}
      </ul>
    </div>
  )
}
