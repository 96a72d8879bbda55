/** One record of a table: its cells as written, and the line of the file on which it begins, from 1. */
export type Line = { cells: string[]; line: number }

/** After so many opening quotes without an end, quotes mean nothing in this file; keeps reading linear. */
const MAX_UNCLOSED = 10

/**
 * Splits a text into records as RFC 4180 says, and forgives what real files do: a quote inside an unquoted cell is a
 * character, so is a lone quote inside a quoted one; a quoted cell that never ends is read up to the end of its line.
 * Lines end with LF, CRLF or CR. Lines without any character are left out. `limit` bounds the records read.
 */
export function splitRecords(
  text: string,
  delimiter: string,
  limit = Number.POSITIVE_INFINITY,
): { lines: Line[]; unclosed: number[] } {
  const lines: Line[] = []
  const unclosed: number[] = []
  let at = 0
  let line = 1
  while (at < text.length && lines.length < limit) {
    const start = line
    const cells: string[] = []
    const begin = at
    for (;;) {
      const cell =
        text[at] === '"' && unclosed.length < MAX_UNCLOSED
          ? quotedCell(text, at, delimiter)
          : plainCell(text, at, delimiter)
      if (cell === undefined) {
        unclosed.push(line)
        const literal = plainCell(text, at, delimiter)
        cells.push(literal.value)
        at = literal.end
      } else {
        cells.push(cell.value)
        line += cell.breaks
        at = cell.end
      }
      if (text[at] !== delimiter) break
      at++
    }
    if (at > begin) lines.push({ cells, line: start })
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
  }
  return { lines, unclosed }
}

type Cell = { value: string; end: number; breaks: number }

function ends(character: string | undefined, delimiter: string): boolean {
  return character === undefined || character === delimiter || character === '\n' || character === '\r'
}

function plainCell(text: string, from: number, delimiter: string): Cell {
  let end = from
  while (!ends(text[end], delimiter)) end++
  return { value: text.slice(from, end), end, breaks: 0 }
}

/** A cell that starts with a quote at `from`; undefined when no quote closes it. */
function quotedCell(text: string, from: number, delimiter: string): Cell | undefined {
  let breaks = 0
  let doubled = false
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at]
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) breaks++
    if (character !== '"') continue
    if (text[at + 1] === '"') {
      doubled = true
      at++
    } else if (ends(text[at + 1], delimiter)) {
      const raw = text.slice(from + 1, at)
      return { value: doubled ? raw.replaceAll('""', '"') : raw, end: at + 1, breaks }
    }
  }
  return undefined
}
