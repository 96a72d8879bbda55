import { isKnownHeader } from './header.ts'
import { splitRecords } from './records.ts'

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** Code units and records that are enough to tell the delimiter. */
const SAMPLE = 128 * 1024
const RECORDS = 300

/** Excel's own first line that names the delimiter, as in `sep=;`. */
const DECLARED = /^"?sep=([,;|\t])"?\r?\n/i

/**
 * The delimiter of a table, and how many code units to leave out before it. The one wins that splits most records
 * into equally many cells, two at least; without such a one the table has a single column.
 */
export function findDelimiter(text: string): { delimiter: Delimiter; skip: number } {
  const declared = DECLARED.exec(text)
  if (declared) return { delimiter: declared[1] as Delimiter, skip: declared[0].length }
  const sample = text.slice(0, SAMPLE)
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const score = evenness(sample, delimiter)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  if (bestScore > 0) return { delimiter: best, skip: 0 }
  // One column: a delimiter that does not occur keeps the sentences whole.
  return { delimiter: DELIMITERS.find(delimiter => !text.includes(delimiter)) ?? '\t', skip: 0 }
}

/** How evenly a delimiter splits the records, 0 when not at all. */
function evenness(sample: string, delimiter: Delimiter): number {
  const { lines } = splitRecords(sample, delimiter, RECORDS)
  if (lines.length === 0) return 0
  const widths = new Map<number, number>()
  for (const { cells } of lines) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width, count] = [...widths].filter(([cells]) => cells > 1).sort((a, b) => b[1] - a[1])[0] ?? [1, 0]
  const share = count / lines.length
  const first = lines[0]?.cells ?? []
  // Known names tell the delimiter of a table whose rows are ragged.
  if (first.length > 1 && isKnownHeader(first)) return 1 + share
  if (share < 0.5 || isProse(first, lines, delimiter)) return 0
  // Equal shares are common, for instance when one cell holds a list: then more columns are the better reading.
  return share + Math.min(width, 50) / 1_000
}

/** A list of sentences also has commas, but each with a space and mostly a small letter behind it. */
function isProse(first: readonly string[], lines: readonly { cells: string[] }[], delimiter: Delimiter): boolean {
  if (delimiter === '\t' || delimiter === '|') return false
  const after = lines.flatMap(({ cells }) => cells.slice(1))
  if (!after.every(cell => cell.startsWith(' '))) return false
  return first.length === 1 || after.filter(cell => /^ \p{Ll}/u.test(cell)).length > after.length * 0.7
}
