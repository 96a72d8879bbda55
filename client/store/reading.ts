import type { BoardPart } from '#shared/model/evidence/questionBoard.ts'
import type { Question } from '#shared/model/ids.ts'
import type { TextSpan } from '#shared/util/blackened.ts'

/** A number whose words somebody wants to read. */
export type Behind =
  | { readonly of: 'claim'; readonly claim: string }
  | { readonly of: 'question'; readonly question: Question; readonly part: BoardPart }
  /** What was said on these touchpoints; by customers of a persona (null: of none) where one is given. */
  | { readonly of: 'part'; readonly touchpoints: readonly string[]; readonly persona?: string | null }
  /** What was felt there; by those who felt a step (−2…2) or who felt bad, where that is given. */
  | { readonly of: 'feeling'; readonly touchpoint: string; readonly felt?: number | 'bad' }
  /** What speaks for or against any of these claims. */
  | { readonly of: 'claims'; readonly claims: readonly string[] }
  /** Everything that counts now. */
  | { readonly of: 'all' }
  /** What a source brought, whatever is filtered. */
  | { readonly of: 'source'; readonly source: string }

/** A number that is looked into, and what it is a number of. */
export type Reading = {
  readonly title: string
  readonly behind: Behind
  /** The card or header that it is about; null where the canvas has none. */
  readonly place: string | null
}

/** A quote that is read in full: the excerpt of it from which somebody came, or what is to become one. */
export type FullQuote = {
  readonly quote: string
  readonly excerpt: string | null
  /** UTF-16 code units of the quote's text. */
  readonly marked: TextSpan | null
}
