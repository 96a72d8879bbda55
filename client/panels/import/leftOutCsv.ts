import type { LeftOut } from './ImportTable.ts'

/** Rows that did not come in as a table of their own; a byte order mark lets older spreadsheets read every letter. */
export function leftOutCsv(rows: readonly LeftOut[]): string {
  const lines = rows.map(({ row, reason }) => `${row},"${reason.replaceAll('"', '""')}"`)
  return `\uFEFFline,reason\r\n${lines.join('\r\n')}\r\n`
}
