import { redact } from '#shared/formats/redact/redact.ts'
import type { Quote } from '#shared/model/kinds.ts'
import type { Original } from '../storage/records.ts'

type Redacted = {
  quotes: Quote[]
  /** What the server keeps apart: the words as they came, and the cells of the row of which something was removed. */
  originals: Original[]
  /** How many pieces were removed. */
  removed: number
}

/**
 * Quotes as they may enter a document. `known` are originals that came along, by quote. Quotes without anything to
 * remove stay the same objects, and redacting again changes nothing.
 */
export function redactQuotes(quotes: readonly Quote[], known: ReadonlyMap<string, string> = new Map()): Redacted {
  const originals: Original[] = []
  let removed = 0
  const clean = quotes.map(quote => {
    const words = redact(quote.text)
    const row = redactRow(quote.row)
    removed += words.spans.length + row.removed
    const before = known.get(quote.id)
    if (words.spans.length + row.removed === 0 && before === undefined) return quote
    originals.push({ quote: quote.id, text: before ?? quote.text, row: JSON.stringify(row.before) })
    return { ...quote, text: words.text, row: row.row }
  })
  return { quotes: clean, originals, removed }
}

/** Numbers are looked at too: a spreadsheet hands on telephone numbers as such. */
function redactRow(row: Quote['row']): { row: Quote['row']; before: Quote['row']; removed: number } {
  const clean: Quote['row'] = {}
  const before: Quote['row'] = {}
  let removed = 0
  for (const [column, value] of Object.entries(row)) {
    const { text, spans } = redact(typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    clean[column] = spans.length > 0 ? text : value
    if (spans.length > 0) before[column] = value
    removed += spans.length
  }
  return { row: removed > 0 ? clean : row, before, removed }
}
