import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { cx } from '../../ui/cx.ts'
import { keyTarget } from './keyTarget.ts'
import styles from './lists.module.css'
import { useMeasured } from './useMeasured.ts'
import { useWindow } from './useWindow.ts'

/** Rows that Page Up and Page Down go over: about what a panel shows. */
const PAGE = 4

/** A row of a long list; one that is no stop is passed over by the keyboard, such as a heading. */
export type ListRow = { readonly id: string; readonly isStop: boolean }

export type VirtualListProps<T extends ListRow> = {
  rows: readonly T[]
  /** CSS px, until a row is drawn and measured. The same function from draw to draw. */
  estimate(row: T): number
  draw(row: T): ReactNode
  /** A key that was pressed on a row itself, not on something in it. Answers whether it meant something. */
  onKey?(row: T, key: string): boolean
  label: string
}

/**
 * A list of any length inside something that scrolls, of which only what is in view is drawn, and the row with the
 * keyboard. Arrows, Home and End go from row to row; Tab goes into a row.
 */
export function VirtualList<T extends ListRow>({ rows, estimate, draw, onKey, label }: VirtualListProps<T>) {
  const list = useRef<HTMLUListElement>(null)
  const scroller = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    scroller.current = scrollerOf(list.current)
  }, [])
  const { tops, measure } = useMeasured(rows, estimate)
  const { first, end } = useWindow(scroller, tops, list)
  const [active, setActive] = useState<string | null>(null)
  const moved = useRef(false)
  const stops = rows.flatMap((row, at) => (row.isStop ? [at] : []))
  const at = rows.findIndex(row => row.id === active)
  const stop = at >= 0 ? at : stops[0]

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(active ?? '')}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const press = (event: KeyboardEvent) => {
    const row = event.target instanceof HTMLElement ? event.target.dataset.row : undefined
    const from = rows.findIndex(({ id, isStop }) => isStop && id === row)
    const pressed = rows[from]
    if (!pressed || event.ctrlKey || event.metaKey || event.altKey) return
    const to = keyTarget(event.key, stops.indexOf(from), stops.length, PAGE)
    const target = to === null ? undefined : rows[stops[to] ?? -1]
    if (target) {
      moved.current = target.id !== active
      setActive(target.id)
    } else if (!onKey?.(pressed, event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }

  const drawn =
    at >= 0 && (at < first || at >= end) ? [...range(first, end), at].sort((a, b) => a - b) : range(first, end)
  return (
    <ul ref={list} className={styles.list} aria-label={label} onKeyDown={press}>
      {drawn.map((index, order) => {
        const row = rows[index]
        if (!row) return null
        const gap = (tops[index] ?? 0) - (tops[(drawn[order - 1] ?? -1) + 1] ?? 0)
        return (
          <Fragment key={row.id}>
            {gap > 0 && <li aria-hidden="true" style={{ height: gap }} />}
            <li
              ref={measure}
              data-row={row.id}
              className={cx(styles.row, row.isStop && styles.stop)}
              {...(row.isStop
                ? {
                    tabIndex: index === stop ? 0 : -1,
                    'aria-setsize': stops.length,
                    'aria-posinset': stops.indexOf(index) + 1,
                    onFocus: () => setActive(row.id),
                  }
                : {})}
            >
              {draw(row)}
            </li>
          </Fragment>
        )
      })}
      <li aria-hidden="true" style={{ height: (tops[rows.length] ?? 0) - (tops[(drawn.at(-1) ?? -1) + 1] ?? 0) }} />
    </ul>
  )
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at)
}

/** The nearest element around a list that scrolls. */
function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  for (let at = list?.parentElement ?? null; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return document.documentElement
}
