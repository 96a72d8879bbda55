import { knownRole } from '#shared/formats/csv/columnNames.ts'
import { isKnownHeader } from '#shared/formats/csv/header.ts'
import { splitRecords } from '#shared/formats/csv/records.ts'
import { DETAILS } from '#shared/model/limits.ts'
import { MOST_PASTED } from './pastedText.ts'

/**
 * What a table from the clipboard means: one column is a list of titles, columns that are named as quotes' are belong
 * into the import as a file, any other table is a note for each row.
 */
export type PastedTable =
  | { readonly kind: 'list'; readonly text: string }
  | { readonly kind: 'quotes'; readonly csv: string }
  | { readonly kind: 'notes'; readonly texts: readonly string[] }

/** The rows of text as spreadsheets copy it: parted at tabs, with lines inside of quoted cells. */
export function rowsOfText(text: string): string[][] {
  return splitRecords(text, '\t').lines.map(({ cells }) => cells)
}

/** The rows of the first table in HTML as spreadsheets and web pages copy it; none where there is no table. */
export function rowsOfHtml(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return []
  return [...table.rows].map(row =>
    [...row.cells].flatMap(cell => [
      wordsOf(cell),
      ...Array<string>(Math.max(0, Math.min(cell.colSpan, 50) - 1)).fill(''),
    ]),
  )
}

function wordsOf(cell: HTMLTableCellElement): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\n')
  return (cell.textContent ?? '')
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim()
}

/** Sorts out a table; null for one without any words. */
export function sortTable(all: readonly (readonly string[])[]): PastedTable | null {
  const rows = all.map(row => row.map(cell => cell.toWellFormed().trim())).filter(row => row.some(cell => cell !== ''))
  const [first] = rows
  if (!first) return null
  const used = new Set(rows.flatMap(row => row.flatMap((cell, column) => (cell === '' ? [] : [column]))))
  if (used.size === 1)
    return { kind: 'list', text: rows.map(row => row.join(' ').replace(/\s+/g, ' ').trim()).join('\n') }
  const isQuotes = rows.length > 1 && isKnownHeader(first) && first.some(name => knownRole(name)?.role === 'words')
  if (isQuotes) return { kind: 'quotes', csv: rows.map(row => row.map(quoted).join(',')).join('\r\n') }
  const texts = rows.slice(0, MOST_PASTED).map(row =>
    row
      .filter(cell => cell !== '')
      .join('\n')
      .slice(0, DETAILS),
  )
  return { kind: 'notes', texts }
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
