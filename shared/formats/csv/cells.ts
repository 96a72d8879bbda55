import type { Dictionary } from '../../model/field.ts'
import { redact } from '../redact/redact.ts'
import { cut } from './fold.ts'
import { hideIdentity } from './identity.ts'
import type { ImportChoices } from './mapping.ts'
import { distinctNames, type Table } from './table.ts'

/** UTF-16 code units of one cell that a quote's `row` keeps; longer texts are quotes, not columns. */
const MAX_CELL = 100_000
/** Cells up to this length are often repeated, so what was found in them is kept. */
const SHORT = 120
/** Different short cells that are kept at most. */
const MAX_KEPT = 20_000

/** What becomes of a row's cells besides the words. */
export type Cells = {
  /** A cell without anybody's numbers, addresses and the identity of its row. */
  clean(cell: string, identity: string | null): string
  /** The name under which a column stands in a quote's `row`. */
  name(column: number): string
  /**
   * Every column but the words and the customer's, cleaned; `changed` holds what redaction took, as it was.
   * `id` replaces the cell of the id column.
   */
  row(cells: readonly string[], identity: string | null, id: string): { row: Dictionary; changed: Dictionary | null }
}

export function createCells(table: Table, columns: ImportChoices['columns']): Cells {
  const names = distinctNames(table.columns.map(name => redact(name).text))
  const kept = names.flatMap((name, column) =>
    column === columns.words || column === columns.customer ? [] : [{ name, column }],
  )
  const known = new Map<string, string>()

  function redacted(cell: string): string {
    if (cell.length > SHORT) return redact(cell).text
    let text = known.get(cell)
    if (text === undefined) {
      text = redact(cell).text
      if (known.size < MAX_KEPT) known.set(cell, text)
    }
    return text
  }

  function clean(cell: string, identity: string | null): string {
    const text = redacted(cell)
    return identity === null ? text : hideIdentity(text, identity)
  }

  return {
    clean,
    name: column => names[column] ?? '',
    row(cells, identity, id) {
      const row: Dictionary = {}
      let changed: Dictionary | null = null
      for (const { name, column } of kept) {
        if (column === columns.id) {
          row[name] = id
          continue
        }
        const cell = cells[column] ?? ''
        // A cell beyond the named columns exists only where a row has it.
        if (cell === '' && column >= table.named) continue
        const text = clean(cell, identity)
        row[name] = cut(text, MAX_CELL)
        if (text !== cell && redacted(cell) !== cell) {
          changed ??= {}
          changed[name] = cell
        }
      }
      return { row, changed }
    },
  }
}
