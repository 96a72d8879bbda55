import { useId } from 'react'
import { isOpen, NO_FILTER, type WordsFilter } from '#shared/model/evidence/filter.ts'
import { useOpenMap, useView } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Counted } from './Counted.tsx'
import { FilterFields } from './FilterFields.tsx'
import styles from './filter.module.css'

/** Whose words count in every number, quote and curve that this person sees; it is nobody else’s. */
export function FilterForm({ onClose }: { onClose(): void }) {
  const open = useOpenMap()
  const filter = useView(view => view.filter)
  const title = useId()
  const change = (part: Partial<WordsFilter>) => open.view.setState({ filter: { ...filter, ...part } })
  return (
    <section className={styles.form} aria-labelledby={title}>
      <div>
        <h2 id={title} className={styles.title}>
          Which quotes count
        </h2>
        <p className={styles.hint}>Only for you. Every number, quote and curve follows.</p>
      </div>
      <FilterFields
        filter={filter}
        onChange={change}
        sources={
          <button
            type="button"
            className={styles.more}
            onClick={() => {
              onClose()
              open.view.setState({ dialog: 'sources' })
            }}
          >
            How many were asked
          </button>
        }
      />
      <div className={styles.foot}>
        <p className={styles.counted}>
          <Counted />
        </p>
        <Button size="small" disabled={isOpen(filter)} onClick={() => open.view.setState({ filter: NO_FILTER })}>
          Show all
        </Button>
        <Button size="small" variant="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </section>
  )
}
