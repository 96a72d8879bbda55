import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { cx } from '../../ui/cx.ts'
import { dotted } from '../dotted.ts'
import { keyTarget } from '../lists/keyTarget.ts'
import { useWindow } from '../lists/useWindow.ts'
import type { CustomerRow, Sort } from './customerRows.ts'
import styles from './customers.module.css'

/** CSS pixels; as in the style sheet. */
const ROW = 48
/** Rows that Page Up and Page Down go over. */
const PAGE = 8

const COLUMNS: readonly { by: Sort['by']; title: string }[] = [
  { by: 'name', title: 'Customer' },
  { by: 'persona', title: 'Persona' },
  { by: 'side', title: 'Side' },
  { by: 'consent', title: 'Consent' },
  { by: 'quotes', title: 'Quotes' },
]

export type CustomerTableProps = {
  rows: readonly CustomerRow[]
  sort: Sort
  onSort(sort: Sort): void
  /** Null where nothing can be chosen. */
  chosen: ReadonlySet<string> | null
  onChoose(chosen: ReadonlySet<string>): void
  onOpen(customer: string): void
}

/** Customers, of whom only those in view are drawn. Arrows go from row to row; Tab leaves the list. */
export function CustomerTable({ rows, sort, onSort, chosen, onChoose, onOpen }: CustomerTableProps) {
  const box = useRef<HTMLDivElement>(null)
  const tops = useMemo(() => Float64Array.from({ length: rows.length + 1 }, (_, row) => row * ROW), [rows.length])
  const { first, end } = useWindow(box, tops)
  const [active, setActive] = useState(0)
  /** The control that takes the keyboard when its row is drawn. */
  const [asked, setAsked] = useState<'choose' | 'open' | null>(null)
  const at = Math.max(0, Math.min(active, rows.length - 1))
  // Where Tab comes in, also when that row was scrolled away.
  const stop = at >= first && at < end ? at : first
  useEffect(() => {
    if (asked === null) return
    const control = box.current?.querySelector<HTMLElement>(`[data-row="${at}"][data-control="${asked}"]`)
    if (!control) return
    control.focus({ preventScroll: true })
    setAsked(null)
  })

  const press = (event: KeyboardEvent) => {
    const control = (event.target as HTMLElement).dataset.control
    const target = keyTarget(event.key, at, rows.length, PAGE)
    const element = box.current
    if (target === null || !element || (control !== 'choose' && control !== 'open')) return
    event.preventDefault()
    // The heading stands over the first row in view.
    const room = element.clientHeight - ROW
    element.scrollTop = Math.min(target * ROW, Math.max(element.scrollTop, (target + 1) * ROW - room))
    setActive(target)
    setAsked(control)
  }
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  const all = rows.length > 0 && chosen !== null && rows.every(({ customer }) => chosen.has(customer.id))
  const some = chosen !== null && rows.some(({ customer }) => chosen.has(customer.id))
  return (
    <div ref={box} className={styles.scroller}>
      <table className={styles.table} aria-rowcount={rows.length + 1} aria-label="Customers">
        <thead>
          <tr aria-rowindex={1}>
            {chosen !== null && (
              <th className={styles.tick}>
                <label>
                  <input
                    type="checkbox"
                    aria-label="Choose all that are listed"
                    checked={all}
                    ref={input => {
                      if (input) input.indeterminate = some && !all
                    }}
                    onChange={() => onChoose(all ? new Set() : new Set(rows.map(({ customer }) => customer.id)))}
                  />
                </label>
              </th>
            )}
            {COLUMNS.map(({ by, title }) => (
              <th
                key={by}
                className={styles[by]}
                aria-sort={sort.by === by ? (sort.down ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() => onSort({ by, down: sort.by === by ? !sort.down : by === 'quotes' })}
                >
                  {title}
                  {sort.by === by && (sort.down ? <ArrowDown aria-hidden="true" /> : <ArrowUp aria-hidden="true" />)}
                </button>
              </th>
            ))}
            <th className={styles.facets}>
              <span className={styles.head}>Known besides</span>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={press}>
          {first > 0 && <tr style={{ height: first * ROW }} />}
          {rows.slice(first, end).map(({ customer, name, persona, side, consent, quotes, facets }, index) => {
            const row = first + index
            const isChosen = chosen?.has(customer.id) ?? false
            const tabIndex = row === stop ? 0 : -1
            return (
              <tr key={customer.id} aria-rowindex={row + 2} className={cx(styles.row, isChosen && styles.chosen)}>
                {chosen !== null && (
                  <td className={styles.tick}>
                    <label>
                      <input
                        type="checkbox"
                        aria-label={`Choose ${name}`}
                        data-row={row}
                        data-control="choose"
                        tabIndex={tabIndex}
                        checked={isChosen}
                        onFocus={() => setActive(row)}
                        onChange={() => toggle(customer.id)}
                      />
                    </label>
                  </td>
                )}
                <td className={styles.name}>
                  <button
                    type="button"
                    className={styles.open}
                    data-row={row}
                    data-control="open"
                    tabIndex={tabIndex}
                    onFocus={() => setActive(row)}
                    onClick={() => onOpen(customer.id)}
                  >
                    {name}
                  </button>
                  <span className={styles.sub}>
                    {dotted([persona, side === 'Staff' && side, consent === 'Withdrawn' && consent])}
                  </span>
                </td>
                <td className={styles.persona}>{persona}</td>
                <td className={styles.side}>{side}</td>
                <td className={styles.consent}>{consent}</td>
                <td className={styles.quotes}>{quotes.toLocaleString('en-GB')}</td>
                <td className={styles.facets} title={facets}>
                  {facets}
                </td>
              </tr>
            )
          })}
          {end < rows.length && <tr style={{ height: (rows.length - end) * ROW }} />}
        </tbody>
      </table>
    </div>
  )
}
