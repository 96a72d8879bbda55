import type { MapDocument } from '../../model/MapDocument.ts'
import { emptyMap } from '../../model/MapDocument.ts'
import { type ColumnMapping, matchColumns, noColumns } from './columns.ts'
import type { ImportChoices } from './mapping.ts'
import { type ImportPlan, planImport } from './plan.ts'
import { previewKey } from './preview.ts'
import { suggest } from './suggest.ts'
import { readTable, type Table } from './table.ts'

/** The table in a text; a refusal fails the test. */
export function tableOf(text: string): Table {
  const result = readTable(text)
  if (!result.ok) throw new Error(result.message)
  return result.table
}

/** Tools for planning without chance and clock. Ids of the same `space` start over, so use another for another import. */
export function toolsFor(space: string, today = '2024-06-30') {
  let number = 0
  return {
    customerKey: (identity: string) => `${previewKey(identity)}-keyed-${previewKey(`${identity}!`)}`,
    newId: () => `${space}-${++number}`,
    today,
  }
}

/** Plans a text with what is suggested for it, changed by `change`. */
export function planOf(
  text: string,
  options: {
    existing?: MapDocument
    space?: string
    columns?: Partial<ColumnMapping>
    change?: Partial<ImportChoices>
  } = {},
): ImportPlan {
  const table = tableOf(text)
  const existing = options.existing ?? emptyMap()
  const columns = options.columns ? { ...noColumns(), ...options.columns } : matchColumns(table)
  const choices = { ...suggest(table, columns, existing), ...options.change }
  return planImport(table, choices, existing, toolsFor(options.space ?? 'a'))
}

/** The map after a plan was carried out. */
export function mapAfter(existing: MapDocument, plan: ImportPlan): MapDocument {
  const after: Record<string, unknown> = { ...existing }
  for (const [name, added] of Object.entries(plan.add)) {
    after[name] = [...(existing[name as keyof typeof plan.add] ?? []), ...added]
  }
  return after as MapDocument
}
