import { knownRole } from './columnNames.ts'
import { decode, type Encoding } from './decode.ts'
import { type Delimiter, findDelimiter } from './delimiter.ts'
import { cut, tidy } from './fold.ts'
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
  delimiter: Delimiter
  encoding: Encoding
  headerRow: number | null
  /** Plain sentences about what was odd. */
  warnings: string[]
}

export type TableResult = { ok: true; table: Table } | { ok: false; message: string }

/** As many columns as a quote's `row` can keep. */
const MAX_COLUMNS = 500
/** As long as a name of a quote's `row` can be, with room for a number that tells it apart. */
const MAX_COLUMN_NAME = 480
/** Records among which the one with the names is looked for: titles and notes above a table are short. */
const HEADER_WITHIN = 20

/** Reads a CSV or TSV file, from its bytes or its text. Refuses what is no table with a sentence for the person. */
export function readTable(input: Uint8Array | string): TableResult {
  const decoded =
    typeof input === 'string' ? { ok: true as const, text: input, encoding: 'utf-8' as const } : decode(input)
  if (!decoded.ok) return decoded
  const text = decoded.text.replace(/^\uFEFF/, '').toWellFormed()
  const { delimiter, skip } = findDelimiter(text)
  const { lines: all, unclosed } = splitRecords(text.slice(skip), delimiter)
  const lines = all.filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
  if (skip > 0) for (const record of lines) record.line++
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
      delimiter,
      encoding: decoded.encoding,
      headerRow: header?.line ?? null,
      warnings: [...titles(start), ...oddities(body, named.length), ...unclosed.map(unclosedSentence)],
    },
  }
}

/** How many cells a record has up to its last one that is not empty. */
function filled(cells: readonly string[]): number {
  return cells.findLastIndex(cell => cell.trim() !== '') + 1
}

function fitted(cells: string[], width: number): string[] {
  return cells.length === width ? cells : Array.from({ length: width }, (_, index) => cells[index] ?? '')
}

/** Where the table begins below titles and notes, and its line of names if it has one. */
function findStart(lines: readonly Line[]): { start: number; header: Line | null } {
  const widths = lines.slice(0, 200).map(({ cells }) => filled(cells))
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1
  const within = lines.slice(0, HEADER_WITHIN)
  const candidate =
    usual === 1
      ? within.slice(0, 3).findIndex(({ cells }) => isKnownHeader(cells))
      : within.findIndex((_, index) => (widths[index] ?? 0) > usual / 2)
  const start = Math.max(0, candidate)
  const first = lines[start]
  if (first === undefined) return { start: 0, header: null }
  const below = lines.slice(start + 1, start + 101)
  return { start, header: isKnownHeader(first.cells) || looksLikeNames(first.cells, below) ? first : null }
}

/** Names of which enough are known that chance is no explanation. */
function isKnownHeader(cells: readonly string[]): boolean {
  const names = cells.filter(cell => cell.trim() !== '')
  const known = names.filter(name => knownRole(name) !== null).length
  return (known >= 2 && known >= names.length / 4) || (known === 1 && names.length <= 3)
}

/** Whether a record of unknown words stands above others as names do: letters, and shorter or of another nature. */
function looksLikeNames(cells: readonly string[], below: readonly Line[]): boolean {
  const set = cells.filter(cell => cell.trim() !== '')
  if (below.length === 0 || set.length < cells.length / 2) return false
  if (!set.every(cell => cell.length <= 300 && /\p{L}/u.test(cell))) return false
  return cells.some((name, column) => {
    const values = below.map(row => row.cells[column]?.trim() ?? '').filter(value => value !== '')
    if (name.trim() === '' || values.length === 0 || values.includes(name.trim())) return false
    const numeric = values.filter(value => /^[\d.,/:\s-]+$/.test(value)).length
    const length = values.reduce((sum, value) => sum + value.length, 0) / values.length
    return numeric > values.length * 0.8 || (length > 30 && name.trim().length < length / 3)
  })
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
