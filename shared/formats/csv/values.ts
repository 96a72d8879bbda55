import type { ColumnMapping } from './columns.ts'
import { fold, tidy } from './fold.ts'
import type { Table } from './table.ts'

/** A distinct value of a column, as first written, and in how many rows it stands. */
export type Value = { value: string; count: number }
/** A touchpoint's value within a stage's value. */
export type PairValue = Value & { stage: string }

/** The distinct values of the columns that a person can map, in the order of their first appearance. */
export type TableValues = {
  stages: Value[]
  touchpoints: PairValue[]
  pains: Value[]
  sentiments: Value[]
  scores: Value[]
  sources: Value[]
  personas: Value[]
  scoreScales: Value[]
}

/** The cell of a row, trimmed; empty when there is no such column. */
export function cellOf(row: readonly string[], column: number | null): string {
  return column === null ? '' : (row[column] ?? '').trim()
}

/** Several pain points may stand in one cell, parted by semicolons or line breaks. */
export function painValues(cell: string): string[] {
  if (cell === '') return []
  const seen = new Map<string, string>()
  for (const part of cell.split(/[;\n]/)) {
    const value = tidy(part)
    if (value !== '' && !seen.has(fold(value))) seen.set(fold(value), value)
  }
  return [...seen.values()]
}

/** A key for a touchpoint's value within a stage's. */
export function pairKey(stage: string, value: string): string {
  return `${fold(stage)}\n${fold(value)}`
}

class Tally<V extends Value> {
  readonly found = new Map<string, V>()
  add(key: string, make: () => V): void {
    const known = this.found.get(key)
    if (known) known.count++
    else this.found.set(key, make())
  }
  list(): V[] {
    return [...this.found.values()]
  }
}

/**
 * Counts the values of the mapped columns. Spellings that differ in case or white space only are one value. The empty
 * stage and the empty source are listed where rows have none, so that a person can say where these belong.
 */
export function valuesOf(table: Table, columns: ColumnMapping): TableValues {
  const single = () => new Tally<Value>()
  const tallies = {
    stages: single(),
    pains: single(),
    sentiments: single(),
    scores: single(),
    sources: single(),
    personas: single(),
    scoreScales: single(),
  }
  const pairs = new Tally<PairValue>()
  const one = (tally: Tally<Value>, value: string, key = fold(value)) => tally.add(key, () => ({ value, count: 1 }))
  for (const row of table.rows) {
    if (cellOf(row, columns.words) === '') continue
    const stage = tidy(cellOf(row, columns.stage))
    const touchpoint = tidy(cellOf(row, columns.touchpoint))
    one(tallies.stages, stage)
    if (touchpoint !== '') pairs.add(pairKey(stage, touchpoint), () => ({ stage, value: touchpoint, count: 1 }))
    for (const pain of painValues(cellOf(row, columns.pains))) one(tallies.pains, pain)
    one(tallies.sources, tidy(cellOf(row, columns.source)))
    for (const [tally, column] of [
      [tallies.sentiments, columns.sentiment],
      [tallies.scores, columns.score],
      [tallies.personas, columns.persona],
      [tallies.scoreScales, columns.scoreScale],
    ] as const) {
      const value = tidy(cellOf(row, column))
      if (value !== '') one(tally, value)
    }
  }
  return {
    stages: tallies.stages.list(),
    touchpoints: pairs.list(),
    pains: tallies.pains.list(),
    sentiments: tallies.sentiments.list(),
    scores: tallies.scores.list(),
    sources: tallies.sources.list(),
    personas: tallies.personas.list(),
    scoreScales: tallies.scoreScales.list(),
  }
}
