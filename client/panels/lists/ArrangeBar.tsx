import { Select } from '../../ui/Select.tsx'
import type { Grouping, Sort } from './arrange.ts'
import { type Arrangement, arrange, useArrangement } from './arrangement.ts'
import styles from './lists.module.css'

const SORTS: readonly { value: Sort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'worst', label: 'Worst felt first' },
  { value: 'best', label: 'Best felt first' },
  { value: 'longest', label: 'Longest first' },
  { value: 'shortest', label: 'Shortest first' },
]

const GROUPINGS: readonly { value: Grouping; label: string }[] = [
  { value: 'kind', label: 'By kind' },
  { value: 'customer', label: 'By customer' },
  { value: 'persona', label: 'By persona' },
  { value: 'channel', label: 'By channel' },
  { value: 'year', label: 'By year' },
  { value: 'source', label: 'By source' },
  { value: 'none', label: 'In one list' },
]

/** Chooses how long lists of a place are read. Everybody chooses for themselves. */
export function ArrangeBar({ place }: { place: keyof Arrangement }) {
  const { sort, by } = useArrangement(place)
  return (
    <div className={styles.bar}>
      <Select label="Group" hideLabel options={GROUPINGS} value={by} onChange={next => arrange(place, { by: next })} />
      <Select label="Sort" hideLabel options={SORTS} value={sort} onChange={next => arrange(place, { sort: next })} />
    </div>
  )
}
