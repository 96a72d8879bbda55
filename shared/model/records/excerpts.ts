import { optionalOneOf, optionalReference, optionalWhole, reference, whole } from '../field.ts'
import { defineKind } from '../kind.ts'
import { WORDS } from '../limits.ts'
import { QUOTE_KINDS } from './quotes.ts'

/** A span of a long quote, `start` ≤ … < `end` in UTF-16 code units of its text. */
export const excerpts = defineKind({
  name: 'excerpts',
  storage: 'value',
  fields: {
    quote: reference('quotes'),
    start: whole(0, WORDS, 0),
    end: whole(0, WORDS, 0),
    touchpoint: optionalReference('touchpoints'),
    kind: optionalOneOf(QUOTE_KINDS),
    feeling: optionalWhole(-2, 2),
  },
  title: () => 'Excerpt',
})
