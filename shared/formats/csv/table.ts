import { decode, type Encoding } from './decode.ts'
import { type Delimiter, findDelimiter } from './delimiter.ts'
import { cut, tidy } from './fold.ts'
import { filled, findStart } from './header.ts'
import { type Line, splitRecords } from './records.ts'

/**
 * A file as a table. Every row has as many cells as there are columns, and column names differ. `lines` holds, for
 * each row, the line of the file on which it begins, from 1; `headerRow` is the line of the names, null without one.
 */
export type Table = {
  columns: string[]
  /** How many of the columns the header names; further ones exist only where a row has too many cells. */
  named: number
  rows: string[][]
  lines: number[]
  /** How the text was written; null for a sheet of a workbook. */
  delimiter: Delimiter | null
  encoding: Encoding | null
  headerRow: number | null
  /** Plain sentences about what was odd. */
  warnings: string[]
}

export type TableResult = { ok: true; table: Table } | { ok: false; message: string }

/** As many columns as a quote's `row` can keep. */
const MAX_COLUMNS = 500
/** As long as a name of a quote's `row` can be, with room for a number that tells it apart. */
const MAX_COLUMN_NAME = 480

/** Reads a CSV or TSV file, from its bytes or its text. Refuses what is no table with a sentence for the person. */
export function readTable(input: Uint8Array | string): TableResult {
  const decoded =
    typeof input === 'string' ? { ok: true as const, text: input, encoding: 'utf-8' as const } : decode(input)
  if (!decoded.ok) return decoded
  const text = decoded.text.replace(/^\uFEFF/, '').toWellFormed()
  const { delimiter, skip } = findDelimiter(text)
  const { lines, unclosed } = splitRecords(text.slice(skip), delimiter)
  if (skip > 0) for (const record of lines) record.line++
  const read = tableFrom(lines)
  if (!read.ok) return read
  const warnings = [...read.table.warnings, ...unclosed.map(unclosedSentence)]
  return { ok: true, table: { ...read.table, delimiter, encoding: decoded.encoding, warnings } }
}

/** Lines of a file, or rows of a sheet, as a table. Refuses an empty one with a sentence for the person. */
export function tableFrom(all: readonly Line[]): TableResult {
  const lines = all.filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
  if (lines.length === 0) return { ok: false, message: 'This file is empty.' }

  const { start, header } = findStart(lines)
  const body = lines.slice(header ? start + 1 : start)
  if (body.length === 0) return { ok: false, message: 'This table has column names but no rows.' }
  const named = header?.cells.slice(0, filled(header.cells)) ?? []
  const width = body.reduce((most, { cells }) => Math.max(most, filled(cells)), named.length)
  if (width > MAX_COLUMNS) return { ok: false, message: `This table has more than ${MAX_COLUMNS} columns.` }

  return {
    ok: true,
    table: {
      columns: distinctNames(Array.from({ length: width }, (_, index) => named[index] ?? '')),
      named: named.length === 0 ? width : named.length,
      rows: body.map(({ cells }) => fitted(cells, width)),
      lines: body.map(({ line }) => line),
      delimiter: null,
      encoding: null,
      headerRow: header?.line ?? null,
      warnings: [...titles(start), ...oddities(body, named.length)],
    },
  }
}

function fitted(cells: string[], width: number): string[] {
  return cells.length === width ? cells : Array.from({ length: width }, (_, index) => cells[index] ?? '')
}

/** Names without a repetition; an empty one is called by its place, a second one gets a number. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, index) => {
    const plain = cut(tidy(name), MAX_COLUMN_NAME)
    const base = plain === '' || plain === '__proto__' ? `Column ${index + 1}` : plain
    let distinct = base
    for (let number = 2; taken.has(distinct); number++) distinct = `${base} (${number})`
    taken.add(distinct)
    return distinct
  })
}

function titles(start: number): string[] {
  if (start === 0) return []
  return [start === 1 ? 'One line above the table was left out.' : `${start} lines above the table were left out.`]
}

function oddities(body: readonly Line[], named: number): string[] {
  if (named === 0) return []
  const longer = body.filter(({ cells }) => filled(cells) > named).map(({ line }) => line)
  const shorter = body.filter(({ cells }) => cells.length < named).map(({ line }) => line)
  return [
    ...(longer.length ? [`${rows(longer)} more cells than there are columns.`] : []),
    ...(shorter.length ? [`${rows(shorter)} fewer cells than there are columns.`] : []),
  ]
}

function rows(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).join(', ')
  if (lines.length === 1) return `The row in line ${shown} has`
  return `${lines.length} rows (lines ${shown}${lines.length > 5 ? ', …' : ''}) have`
}

function unclosedSentence(line: number): string {
  return `A quotation mark in line ${line} is never closed; it was read as a character.`
}
