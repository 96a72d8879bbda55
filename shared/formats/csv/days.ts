import type { ColumnMapping } from './columns.ts'
import { type DayOrder, findDayOrder, readDay } from './dates.ts'
import type { Table } from './table.ts'
import { cellOf } from './values.ts'

/** The days of a table's date column. */
export type Days = {
  /** The ISO day of a cell, or null. */
  of(cell: string): string | null
  /** Plain sentences about the dates asked for so far. */
  warnings(): string[]
}

/** Reads the date column in one order for all rows: the given one, else the one that the column itself tells. */
export function createDays(table: Table, columns: ColumnMapping, given: DayOrder | null, today: string): Days {
  const cells = new Set(table.rows.map(row => cellOf(row, columns.date)))
  const found = findDayOrder(cells, today)
  const order = given ?? found.order
  const days = new Map([...cells].map(cell => [cell, readDay(cell, order)]))
  let odd = 0
  let later = 0
  return {
    of(cell) {
      const day = days.get(cell) ?? null
      if (day === null && cell !== '') odd++
      if (day !== null && day > today) later++
      return day
    },
    warnings: () => [
      ...(given === null && !found.sure
        ? [`The dates can be read in two ways; they were read with the ${order}.`]
        : []),
      ...(odd === 0 ? [] : [`${counted(odd, 'date is no date and stays', 'dates are no dates and stay')} as text.`]),
      ...(later === 0 ? [] : [`${counted(later, 'date lies', 'dates lie')} in the future.`]),
    ],
  }
}

/** A number with its words, as in "1 date is" and "2,000 dates are". */
export function counted(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number.toLocaleString('en')} ${many}`
}
