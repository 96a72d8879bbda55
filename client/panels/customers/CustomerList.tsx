import { useMemo } from 'react'
import { assignPersona, whyNotMerged } from '../../commands/customers.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { countWords } from '../countWords.ts'
import { CustomerTable } from './CustomerTable.tsx'
import { type CustomerRow, type Sort, shownRows } from './customerRows.ts'
import styles from './customers.module.css'
import { PersonaChoice } from './PersonaChoice.tsx'

export type CustomerListProps = {
  rows: readonly CustomerRow[]
  wanted: string
  sort: Sort
  chosen: ReadonlySet<string>
  onWanted(wanted: string): void
  onSort(sort: Sort): void
  onChoose(chosen: ReadonlySet<string>): void
  onOpen(customer: string): void
  onMerge(): void
}

/** Everybody on the map, to be found, sorted and chosen. */
export function CustomerList({ rows, wanted, sort, chosen, onWanted, onSort, onChoose, ...on }: CustomerListProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const shown = useMemo(() => shownRows(rows, wanted, sort), [rows, wanted, sort])
  if (rows.length === 0) {
    return <EmptyState>Nobody has spoken yet. Import quotes, or add one, and who said it stands here.</EmptyState>
  }
  const whyNot = whyNotMerged(rows.flatMap(({ customer }) => (chosen.has(customer.id) ? [customer] : [])))
  return (
    <div className={styles.list}>
      <TextField
        label="Find a customer"
        hideLabel
        placeholder="Find by name, persona or what is known"
        value={wanted}
        onChange={onWanted}
        autoFocus
      />
      {shown.length === 0 ? (
        <p className={styles.none}>Nobody is like that.</p>
      ) : (
        <CustomerTable
          rows={shown}
          sort={sort}
          chosen={canEdit ? chosen : null}
          {...{ onSort, onChoose }}
          onOpen={on.onOpen}
        />
      )}
      <p className={styles.count} role="status">
        {wanted.trim() === '' ? `All ${rows.length}` : `${shown.length} of ${rows.length}`}
        {chosen.size > 0 && ` · ${chosen.size} chosen`}
      </p>
      {chosen.size > 0 && canEdit && (
        <div className={styles.actions}>
          <PersonaChoice
            label={`Persona of ${countWords(chosen.size, 'customer')}`}
            shown="Persona…"
            onChoose={persona => assignPersona(open, [...chosen], persona)}
          />
          <Button aria-disabled={whyNot !== null} title={whyNot ?? ''} onClick={() => whyNot === null && on.onMerge()}>
            Merge…
          </Button>
          <Button variant="quiet" onClick={() => onChoose(new Set())}>
            Choose none
          </Button>
          {whyNot !== null && chosen.size > 1 && <p className={styles.why}>{whyNot}</p>}
        </div>
      )}
    </div>
  )
}
