import { dictionary, oneOf, optionalDay, optionalOneOf, optionalReference, optionalWhole, text } from '../field.ts'
import { ABOUT_WORDS } from '../ids.ts'
import { defineKind, named } from '../kind.ts'
import { NAME, TITLE, WORDS } from '../limits.ts'

export const QUOTE_KINDS = ['worked', 'did-not-work', 'wish', 'other'] as const
export type QuoteKind = (typeof QUOTE_KINDS)[number]

/** A customer's own words (a verbatim), written once and never changed. */
export const quotes = defineKind({
  name: 'quotes',
  storage: 'value',
  fields: {
    text: text(WORDS),
    customer: optionalReference('customers'),
    touchpoint: optionalReference('touchpoints'),
    about: optionalReference('stages', { words: ABOUT_WORDS }),
    kind: oneOf(QUOTE_KINDS, 'other'),
    feeling: optionalWhole(-2, 2),
    feelingFrom: optionalOneOf(['score', 'coder', 'label']),
    how: oneOf(['written', 'recorded', 'noted', 'recalled'], 'written'),
    prompt: text(TITLE * 4),
    saidOn: optionalDay(),
    channel: text(NAME),
    score: text(NAME),
    source: optionalReference('sources'),
    ref: text(TITLE),
    row: dictionary(),
  },
  title: record => named(record.text, 'Quote without words'),
})
