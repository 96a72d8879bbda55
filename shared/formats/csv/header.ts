import { knownRole } from './columnNames.ts'
import type { Line } from './records.ts'

/** Records among which the one with the names is looked for: titles and notes above a table are short. */
const HEADER_WITHIN = 20

/** How many cells a record has up to its last one that is not empty. */
export function filled(cells: readonly string[]): number {
  return cells.findLastIndex(cell => cell.trim() !== '') + 1
}

/** Where the table begins below titles and notes, and its line of names if it has one. */
export function findStart(lines: readonly Line[]): { start: number; header: Line | null } {
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
  const isHeader = isKnownHeader(first.cells) || looksLikeNames(first.cells, below)
  // Without names nothing tells a title from a row, so every line is one.
  return isHeader ? { start, header: first } : { start: 0, header: null }
}

/** Names of which enough are known that chance is no explanation. */
export function isKnownHeader(cells: readonly string[]): boolean {
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
