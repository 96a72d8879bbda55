import type { ExcerptSpan } from '#shared/model/evidence/words.ts'
import type { Excerpt, Quote } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { type AnswerOf, addExcerpt, answerOf, changeExcerpt, type ExcerptFields } from '../../../commands/excerpts.ts'
import type { OpenMap } from '../../../store/MapContext.tsx'

/** An excerpt as far as somebody has marked it; `id` is null until it is made. */
export type ExcerptDraft = ExcerptSpan & {
  readonly id: string | null
  readonly touchpoint: string | null
  readonly kind: Quote['kind']
  readonly feeling: number | null
  readonly answer: AnswerOf | null
}

/** A new excerpt of a quote, of the quote's kind until somebody says otherwise. */
export function newDraft(quote: Quote, span: ExcerptSpan): ExcerptDraft {
  return { id: null, ...span, touchpoint: null, kind: quote.kind, feeling: null, answer: null }
}

/** An excerpt to be changed. */
export function draftOf(map: MapDocument, quote: Quote, excerpt: Excerpt): ExcerptDraft {
  const { id, start, end, touchpoint, kind, feeling } = excerpt
  return { id, start, end, touchpoint, kind: kind ?? quote.kind, feeling, answer: answerOf(map, id) }
}

/** Makes or changes the excerpt as one step. Returns its id. */
export function saveDraft(open: OpenMap, quote: Quote, { id, answer, ...draft }: ExcerptDraft): string {
  // What is the quote's own kind follows it.
  const fields: ExcerptFields = { ...draft, kind: draft.kind === quote.kind ? null : draft.kind }
  if (id === null) return addExcerpt(open, quote.id, fields, answer)
  const before = open.map.getState().map.excerpts.find(excerpt => excerpt.id === id)
  const changed = Object.entries(fields).filter(([name, value]) => before?.[name as keyof ExcerptFields] !== value)
  changeExcerpt(open, id, Object.fromEntries(changed), answer)
  return id
}
