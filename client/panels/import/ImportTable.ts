import { type ColumnMapping, matchColumns } from '#shared/formats/csv/columns.ts'
import { choicesKey, type ImportChoices } from '#shared/formats/csv/mapping.ts'
import { planImport } from '#shared/formats/csv/plan.ts'
import { type ImportPreview, previewImport, previewKey } from '#shared/formats/csv/preview.ts'
import { reapply } from '#shared/formats/csv/remember.ts'
import { suggest, suggestScore } from '#shared/formats/csv/suggest.ts'
import { speakersOf } from '#shared/formats/csv/suggestSpeakers.ts'
import type { Table } from '#shared/formats/csv/table.ts'
import { type TableValues, type Value, valuesOf } from '#shared/formats/csv/values.ts'
import { formatOf, readTableFile, type TableFile, type TableFormat } from '#shared/formats/readTableFile.ts'
import { suggestTranscript } from '#shared/formats/transcript/suggestTranscript.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'

/** A column of the file, with some of what stands in it. */
export type ColumnView = { name: string; samples: string[]; filled: number }

/** A file that was read as a table. `key` is what choices for such files are remembered under. */
export type Opened = {
  format: TableFormat
  /** The sheets of a workbook that can be chosen, and the one that is open. */
  sheets: readonly string[]
  sheet: string
  /** Who speaks in a transcript, with the number of turns; empty for a table. */
  speakers: (Value & { samples: string[] })[]
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

/** A map of ours, which the server reads. */
export type OpenedMap = { is: 'map' }

const NO_TABLE =
  'This is JSON, not a table. Quotes come as CSV, as a workbook or as a transcript, and maps as our own JSON.'

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
  private readonly file: { format: TableFormat; sheets: readonly string[]; sheet: string }

  private constructor(read: TableFile & { ok: true }, fileName: string, existing: MapDocument, today: string) {
    const { table, ...file } = read
    this.table = table
    this.file = file
    this.fileName = fileName
    this.existing = existing
    this.today = today
  }

  /** Reads a file, or one sheet of it; a sentence for the person when it is no table. */
  static async read(
    bytes: Uint8Array,
    fileName: string,
    existing: MapDocument,
    today: string,
    sheet = '',
  ): Promise<ImportTable | OpenedMap | string> {
    if (isJson(bytes, fileName)) return isOurs(bytes) ? { is: 'map' } : NO_TABLE
    const read = await readTableFile(bytes, formatOf(bytes, fileName), sheet)
    return read.ok ? new ImportTable(read, fileName, existing, today) : read.message
  }

  opened(): Opened {
    const { columns, rows, warnings } = this.table
    const { format, sheets, sheet } = this.file
    const isTranscript = format === 'transcript'
    return {
      format,
      sheets,
      sheet,
      speakers: isTranscript ? speakersIn(this.table) : [],
      columns: columns.map((name, column) => viewOf(this.table, name, column)),
      rows: rows.length,
      key: isTranscript ? format : choicesKey(columns),
      matched: matchColumns(this.table),
      warnings,
    }
  }

  /** What would best be done with these columns. What was chosen before for a value holds again where it can. */
  suggested(columns: ColumnMapping, before: ImportChoices | null): Suggested {
    const choices = { ...this.choicesFor(columns, before), sheet: this.file.sheet }
    return { choices, values: valuesOf(this.table, choices.columns) }
  }

  private choicesFor(columns: ColumnMapping, before: ImportChoices | null): ImportChoices {
    const options = { fileName: this.fileName }
    if (this.file.format === 'transcript') return suggestTranscript(this.table, this.existing, this.fileName, before)
    return before
      ? reapply({ ...before, columns }, this.table, this.existing, options)
      : suggest(this.table, columns, this.existing, options)
  }

  /** What each score means when its good end is turned. */
  score(columns: ColumnMapping, good: 'high' | 'low'): ImportChoices['score'] {
    return suggestScore(this.table, columns, good)
  }

  /** `onRows` is told now and then how many rows are done. */
  preview(choices: ImportChoices, onRows?: (done: number) => void): ImportPreview {
    return previewImport(this.table, choices, this.existing, { today: this.today, onRows })
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
    if (cell) samples.add(shortened(cell))
    if (samples.size === SAMPLES) break
  }
  return { name, samples: [...samples], filled }
}

function speakersIn(table: Table): Opened['speakers'] {
  const samples = new Map<string, string[]>()
  for (const [, speaker = '', words = ''] of table.rows) {
    const known = samples.get(speaker) ?? []
    if (known.length < SAMPLES) samples.set(speaker, [...known, shortened(words)])
  }
  return speakersOf(table, 1).map(entry => ({ ...entry, samples: samples.get(entry.value) ?? [] }))
}

function shortened(text: string): string {
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH).toWellFormed()} […]` : text
}

function isOurs(bytes: Uint8Array): boolean {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))?.format === 'verbatim-map'
  } catch {
    return false
  }
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
