import { Fragment, type KeyboardEvent, useRef, useState } from 'react'
import type { Covered } from '#shared/model/evidence/coverage.ts'
import { cx } from '../../ui/cx.ts'
import styles from './coverage.module.css'
import { LevelMark } from './LevelMark.tsx'
import { cellWords } from './levelWords.ts'

export type HeatRow = {
  readonly id: string
  /** Rows of one group stand together under its name. */
  readonly group: string
  readonly name: string
  /** Whose words the row counts; left out where it counts everybody’s. */
  readonly persona?: string | null
  readonly cells: readonly Covered[]
}

type Stage = { readonly id: string; readonly name: string }
type Press = (row: HeatRow, cell: Covered, stage: Stage) => void

export type HeatMapProps = {
  stages: readonly Stage[]
  rows: readonly HeatRow[]
  needed: number
  onGo: Press
  onRead: Press
}

/** A table of voices, one tab stop; arrows move in it. Each cell says its number and what is missing. */
export function HeatMap({ stages, rows, needed, onGo, onRead }: HeatMapProps) {
  const table = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState({ row: 0, column: 0 })
  // A colleague may have taken the row or the stage away.
  const at = { row: Math.min(active.row, rows.length - 1), column: Math.min(active.column, stages.length - 1) }
  const move = (event: KeyboardEvent) => {
    const next = target(event.key, at, rows.length, stages.length)
    if (next === null) return
    event.preventDefault()
    setActive(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus()
  }
  return (
    <div className={styles.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved through by arrows is a grid. */}
      <table ref={table} role="grid" aria-label="Voices by stage" className={styles.table} onKeyDown={move}>
        <thead>
          <tr>
            <td className={styles.corner} />
            {stages.map(({ id, name }) => (
              <th key={id} scope="col" className={styles.stage} dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, y) => (
            <Fragment key={row.id}>
              {row.group !== rows[y - 1]?.group && (
                <tr>
                  <th scope="rowgroup" colSpan={stages.length + 1} className={styles.rows}>
                    {row.group}
                  </th>
                </tr>
              )}
              <tr>
                <th scope="row" className={styles.rowName} dir="auto">
                  {row.name}
                </th>
                {stages.map((stage, x) => {
                  const cell = row.cells[x]
                  return (
                    cell && (
                      <Cell
                        key={stage.id}
                        cell={cell}
                        needed={needed}
                        where={`${stage.name}, ${row.name}`}
                        at={`${y} ${x}`}
                        isStop={y === at.row && x === at.column}
                        onFocus={() => setActive({ row: y, column: x })}
                        onGo={() => onGo(row, cell, stage)}
                        onRead={() => onRead(row, cell, stage)}
                      />
                    )
                  )
                })}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = {
  cell: Covered
  needed: number
  where: string
  at: string
  isStop: boolean
  onFocus(): void
  onGo(): void
  onRead(): void
}

/** By key there is one button: to the words where there are any, which lead on to the map, else straight to the map. */
function Cell({ cell, needed, where, at, isStop, onFocus, onGo, onRead }: CellProps) {
  const words = cellWords(cell, needed)
  const isNowhere = cell.touchpoints.length === 0
  const stop = { 'data-at': at, tabIndex: isStop ? 0 : -1, onFocus }
  const many = cell.customers.toLocaleString('en-GB')
  return (
    <td className={cx(styles.cell, styles[cell.level], isNowhere && styles.nowhere, cell.stale && styles.old)}>
      {cell.level === 'empty' ? (
        <button
          type="button"
          {...stop}
          className={styles.go}
          aria-label={`${where}: ${words}. Show on the map`}
          onClick={onGo}
        />
      ) : (
        <button type="button" tabIndex={-1} aria-hidden="true" className={styles.go} onClick={onGo} />
      )}
      <div className={styles.inside}>
        {!isNowhere && <LevelMark level={cell.level} />}
        {cell.level !== 'empty' && (
          <button
            type="button"
            {...stop}
            className={styles.number}
            aria-label={`${where}: ${many} ${cell.customers === 1 ? 'customer' : 'customers'}, ${words}. Read them`}
            onClick={onRead}
          >
            {many}
          </button>
        )}
        {cell.stale && <LevelMark level="old" />}
      </div>
      <p className={styles.words} aria-hidden="true">
        {words}
      </p>
    </td>
  )
}

type At = { row: number; column: number }

/** Where a key leads from a cell; null for keys that lead nowhere. */
function target(key: string, { row, column }: At, rows: number, columns: number): At | null {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column }
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column }
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) }
    case 'ArrowRight':
      return { row, column: Math.min(columns - 1, column + 1) }
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return { row, column: columns - 1 }
    default:
      return null
  }
}
