import { readTable, type Table } from './csv/table.ts'
import { looksLikeTranscript, readTranscript } from './transcript/readTranscript.ts'
import { isArchive, readWorkbook } from './xlsx/readWorkbook.ts'

/** How a file of quotes is written. */
export const TABLE_FORMATS = ['csv', 'xlsx', 'transcript'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

/** A file as a table. `sheets` are those of a workbook that can be chosen, and `sheet` the one that was read. */
export type TableFile =
  | { ok: true; format: TableFormat; table: Table; sheets: readonly string[]; sheet: string }
  | { ok: false; message: string }

const NO_SHEETS = { sheets: [], sheet: '' }

/** The format of a file, by what it holds; names decide only where that is ambiguous. */
export function formatOf(bytes: Uint8Array, fileName: string): TableFormat {
  if (isArchive(bytes)) return 'xlsx'
  if (/\.(vtt|srt)$/i.test(fileName)) return 'transcript'
  return !/\.(csv|tsv|tab)$/i.test(fileName) && looksLikeTranscript(bytes) ? 'transcript' : 'csv'
}

/** Reads a file of quotes in a format; `sheet` names that of a workbook. Refuses what is none with a sentence. */
export async function readTableFile(bytes: Uint8Array, format: TableFormat, sheet = ''): Promise<TableFile> {
  switch (format) {
    case 'xlsx': {
      if (!isArchive(bytes)) return { ok: false, message: 'This is no Excel workbook (XLSX).' }
      const read = await readWorkbook(bytes, sheet)
      return read.ok ? { ...read, format } : { ok: false, message: read.message }
    }
    case 'transcript': {
      const read = readTranscript(bytes)
      return read.ok ? { ...read, ...NO_SHEETS, format } : read
    }
    case 'csv': {
      const read = readTable(bytes)
      return read.ok ? { ...read, ...NO_SHEETS, format } : read
    }
  }
}
