import { type ColumnMapping, matchColumns } from '#shared/formats/csv/columns.ts'
import { choicesKey, type ImportChoices } from '#shared/formats/csv/mapping.ts'
import { planImport } from '#shared/formats/csv/plan.ts'
import { type ImportPreview, previewImport, previewKey } from '#shared/formats/csv/preview.ts'
import { reapply } from '#shared/formats/csv/remember.ts'
import { suggest, suggestScore } from '#shared/formats/csv/suggest.ts'
import { readTable, type Table } from '#shared/formats/csv/table.ts'
import { type TableValues, valuesOf } from '#shared/formats/csv/values.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'

/** A column of the file, with some of what stands in it. */
export type ColumnView = { name: string; samples: string[]; filled: number }

/** A file that was read as a table. `key` is what choices for such files are remembered under. */
export type Opened = {
  columns: ColumnView[]
  rows: number
  key: string
  /** How the columns match by their names. */
  matched: ColumnMapping
  warnings: string[]
}

/** Choices for a table, and the values that they are about with their counts. */
export type Suggested = { choices: ImportChoices; values: TableValues }

/** A row that does not come in, by the line of the file on which it begins. */
export type LeftOut = { row: number; reason: string }

const NO_TABLE = 'This is JSON, not a table. A map opens on the home page; quotes come as CSV.'

const SAMPLES = 3
const SAMPLE_LENGTH = 80
/** Rows in which samples are looked for; a column that is empty so far is shown as empty. */
const LOOKED_AT = 400

/** One file on its way into a map. It is large and slow, so it lives in a worker; it knows neither worker nor dialog. */
export class ImportTable {
  private readonly table: Table
  private readonly existing: MapDocument
  private readonly fileName: string
  private readonly today: string

  private constructor(table: Table, fileName: string, existing: MapDocument, today: string) {
    this.table = table
    this.fileName = fileName
    this.existing = existing
    this.today = today
  }

  /** Reads a file; a sentence for the person when it is no table. */
  static read(bytes: Uint8Array, fileName: string, existing: MapDocument, today: string): ImportTable | string {
    if (isJson(bytes, fileName)) return NO_TABLE
    const read = readTable(bytes)
    return read.ok ? new ImportTable(read.table, fileName, existing, today) : read.message
  }

  opened(): Opened {
    const { columns, rows, warnings } = this.table
    return {
      columns: columns.map((name, column) => viewOf(this.table, name, column)),
      rows: rows.length,
      key: choicesKey(columns),
      matched: matchColumns(this.table),
      warnings,
    }
  }

  /** What would best be done with these columns. What was chosen before for a value holds again where it can. */
  suggested(columns: ColumnMapping, before: ImportChoices | null): Suggested {
    const options = { fileName: this.fileName }
    const choices = before
      ? reapply({ ...before, columns }, this.table, this.existing, options)
      : suggest(this.table, columns, this.existing, options)
    return { choices, values: valuesOf(this.table, choices.columns) }
  }

  /** What each score means when its good end is turned. */
  score(columns: ColumnMapping, good: 'high' | 'low'): ImportChoices['score'] {
    return suggestScore(this.table, columns, good)
  }

  preview(choices: ImportChoices): ImportPreview {
    return previewImport(this.table, choices, this.existing, { today: this.today })
  }

  /** Every row that would not come in. */
  leftOut(choices: ImportChoices): LeftOut[] {
    let number = 0
    const plan = planImport(this.table, choices, this.existing, {
      customerKey: previewKey,
      newId: () => `new-${++number}`,
      today: this.today,
    })
    const rows = [...plan.skipped, ...plan.duplicates.map(({ row, reason }) => ({ row, reason }))]
    return rows.sort((a, b) => a.row - b.row)
  }
}

function viewOf({ rows }: Table, name: string, column: number): ColumnView {
  const samples = new Set<string>()
  let filled = 0
  for (const row of rows) {
    if (row[column]?.trim()) filled++
  }
  for (const row of rows.slice(0, LOOKED_AT)) {
    const cell = row[column]?.trim() ?? ''
    if (cell) samples.add(cell.length > SAMPLE_LENGTH ? `${cell.slice(0, SAMPLE_LENGTH).toWellFormed()} […]` : cell)
    if (samples.size === SAMPLES) break
  }
  return { name, samples: [...samples], filled }
}

/** By its name or by its whole text: names of columns may stand in brackets too. */
function isJson(bytes: Uint8Array, fileName: string): boolean {
  if (/\.json$/i.test(fileName)) return bytes.length > 0
  if (bytes[0] !== 0x7b && bytes[0] !== 0x5b) return false
  try {
    JSON.parse(new TextDecoder().decode(bytes))
    return true
  } catch {
    return false
  }
}
