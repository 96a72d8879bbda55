import {
  dictionary,
  oneOf,
  optionalDay,
  optionalOneOf,
  optionalReference,
  optionalWhole,
  sparse,
  text,
} from '../field.ts'
import { ABOUT_WORDS } from '../ids.ts'
import { defineKind, named } from '../kind.ts'
import { NAME, TITLE, WORDS } from '../limits.ts'

/** More lines than any file has that can be imported. */
const MAX_LINE = 1_000_000_000

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
    /** The line of the imported file on which it began, from 1; in a workbook the row of its sheet. */
    line: sparse(optionalWhole(1, MAX_LINE)),
  },
  title: record => named(record.text, 'Quote without words'),
})
