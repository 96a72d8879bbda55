import type { Quote } from '../../model/kinds.ts'
import type { MapDocument } from '../../model/MapDocument.ts'
import { tidy } from './fold.ts'

/** An earlier quote: a row of this file by its line, or a quote of the map by its id. */
export type Earlier = { row: number } | { quote: string }

/** What is looked at to recognise a quote. `text` and `row` as they lie in the map, redacted. */
export type Candidate = Pick<Quote, 'text' | 'customer' | 'source' | 'ref' | 'row'>

/**
 * Finds what is already there. A duplicate has the same id, or the same customer and words. An id counts within its
 * source, because surveys number their answers from 1; from another source only the same words under it are a duplicate.
 * Words of unknown customers cannot be told apart: of those, as many equal rows are duplicates as the map already has.
 * With `refsArePlaces` an id only says where something was said, and alone proves nothing.
 */
export type Duplicates = {
  find(candidate: Candidate): { of: Earlier; reason: string } | null
  /** An earlier quote with the same words from somebody else. */
  sameWords(candidate: Candidate): Earlier | null
  add(candidate: Candidate, where: Earlier): void
}

type Seen = { where: Earlier; source: string | null; text: string }

export function createDuplicates(existing: MapDocument, refsArePlaces = false): Duplicates {
  const byRef = new Map<string, Seen[]>()
  const byCustomer = new Map<string, Earlier>()
  const byWords = new Map<string, Earlier>()
  const unknown = new Map<string, Earlier[]>()

  const unknownKey = ({ text, row }: Candidate) => `${tidy(text)}\n${JSON.stringify(row)}`

  function add(candidate: Candidate, where: Earlier): void {
    const text = tidy(candidate.text)
    if (candidate.ref !== '') {
      const seen = { where, source: candidate.source, text }
      const list = byRef.get(candidate.ref)
      if (list) list.push(seen)
      else byRef.set(candidate.ref, [seen])
    }
    if (candidate.customer !== null) byCustomer.set(`${candidate.customer}\n${text}`, where)
    if (!byWords.has(text)) byWords.set(text, where)
  }

  for (const quote of existing.quotes) {
    const where = { quote: quote.id }
    add(quote, where)
    if (quote.customer !== null) continue
    const key = unknownKey(quote)
    const list = unknown.get(key)
    if (list) list.push(where)
    else unknown.set(key, [where])
  }

  return {
    add,
    find(candidate) {
      const text = tidy(candidate.text)
      const same =
        candidate.ref === ''
          ? undefined
          : byRef
              .get(candidate.ref)
              ?.find(seen => seen.text === text || (!refsArePlaces && seen.source === candidate.source))
      if (same) return { of: same.where, reason: `${place(same.where)} has the same id.` }
      if (candidate.customer === null) {
        const where = unknown.size === 0 ? undefined : unknown.get(unknownKey(candidate))?.shift()
        return where ? { of: where, reason: `${place(where)} has the same words and columns.` } : null
      }
      const where = byCustomer.get(`${candidate.customer}\n${text}`)
      return where ? { of: where, reason: `${place(where)} has the same words of the same customer.` } : null
    },
    sameWords: candidate => byWords.get(tidy(candidate.text)) ?? null,
  }
}

function place(where: Earlier): string {
  return 'row' in where ? `The row in line ${where.row}` : 'A quote on the map'
}
