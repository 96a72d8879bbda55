import { hintedRole, knownRole, ROLES, type Role } from './columnNames.ts'
import { readDay } from './dates.ts'
import { sentimentKind } from './sentiment.ts'
import type { Table } from './table.ts'

export { ROLES, type Role } from './columnNames.ts'

/** Which column plays which role, by index; null when none does. Only `words` is needed for an import. */
export type ColumnMapping = { [R in Role]: number | null }

/** No column in any role. */
export function noColumns(): ColumnMapping {
  return Object.fromEntries(ROLES.map(role => [role, null])) as ColumnMapping
}

/** Rows that are enough to tell what a column holds. */
const SAMPLE = 1_000

/** What a column holds, measured on its non-empty cells. */
type Content = {
  count: number
  /** Average length in code units. */
  length: number
  distinct: number
  days: number
  numbers: number
  emails: number
  sentiments: number
  /** Highest number, for telling a score from a count. */
  most: number
}

function measure(table: Table, column: number): Content {
  const values = table.rows
    .slice(0, SAMPLE)
    .map(row => row[column]?.trim() ?? '')
    .filter(value => value !== '')
  const count = values.length
  const share = (test: (value: string) => boolean) => (count === 0 ? 0 : values.filter(test).length / count)
  const numeric = values.map(value => Number(value.replace(',', '.'))).filter(value => !Number.isNaN(value))
  return {
    count,
    length: count === 0 ? 0 : values.reduce((sum, value) => sum + value.length, 0) / count,
    distinct: new Set(values).size,
    days: share(value => readDay(value, 'day first') !== null || readDay(value, 'month first') !== null),
    numbers: count === 0 ? 0 : numeric.length / count,
    emails: share(value => /^\S+@\S+\.\S+$/.test(value)),
    sentiments: share(value => sentimentKind(value) !== null),
    most: numeric.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  }
}

/**
 * Matches columns by their names, and where names say nothing by what the cells hold: the longest texts are the words,
 * days are the date, a few small numbers a score. A guess that a person confirms.
 */
export function matchColumns(table: Table): ColumnMapping {
  const contents = table.columns.map((_, column) => measure(table, column))
  const mapping = noColumns()
  const taken = new Set<number>()
  const claim = (role: Role, column: number | undefined) => {
    if (column === undefined || mapping[role] !== null || taken.has(column)) return
    mapping[role] = column
    taken.add(column)
  }

  const byName = table.columns
    .flatMap((name, column) => {
      const known = knownRole(name)
      const role = known?.role ?? hintedRole(name)
      if (role === null || !fits(role, contents[column])) return []
      return [{ role, column, surety: known?.surety ?? 0.1 }]
    })
    .sort((a, b) => b.surety - a.surety || a.column - b.column)
  for (const { role, column } of byName) claim(role, column)

  const free = (test: (content: Content) => boolean) =>
    contents
      .map((content, column) => ({ ...content, column }))
      .filter(c => !taken.has(c.column) && c.count > 0 && test(c))
  const longest = free(c => c.days < 0.5 && c.numbers < 0.5 && c.emails < 0.5).sort((a, b) => b.length - a.length)[0]
  claim('words', longest?.column)
  claim('customer', free(c => c.emails > 0.8)[0]?.column)
  claim('date', free(c => c.days > 0.8)[0]?.column)
  claim('sentiment', free(c => c.sentiments > 0.8 && c.distinct <= 10)[0]?.column)
  claim('score', free(c => c.numbers > 0.95 && c.distinct <= 11 && c.most <= 10 && c.count > 2 * c.distinct)[0]?.column)
  return mapping
}

/** Whether what a column holds can be what its name says; an empty one can be anything but the words. */
function fits(role: Role, content: Content | undefined): boolean {
  if (content === undefined || content.count === 0) return role !== 'words'
  switch (role) {
    case 'words':
      return content.days < 0.8 && content.numbers < 0.8
    case 'score':
      return content.numbers > 0.5 || content.length <= 25
    case 'date':
      return content.days > 0.2
    case 'stage':
    case 'touchpoint':
    case 'channel':
      return content.length <= 200
    case 'sentiment':
      return content.sentiments > 0.3
    default:
      return true
  }
}
