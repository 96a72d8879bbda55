import { oneOf, optionalReference, sparse, text, whole } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { DETAILS, TITLE } from '../limits.ts'

export const ORIGINALS_FOR = ['editors', 'facilitators'] as const

/** The map's own words: there is exactly one such record, with the id `map`. */
export const map = defineKind({
  name: 'map',
  storage: 'fields',
  fields: {
    title: text(TITLE, { typed: true }),
    persona: optionalReference('personas'),
    scenario: text(DETAILS, { typed: true }),
    goal: text(DETAILS, { typed: true }),
    whyHired: text(DETAILS, { typed: true }),
    state: oneOf(['current', 'future'], 'current'),
    voicesNeeded: whole(1, 50, 5),
    staleAfterMonths: whole(1, 600, 24),
    /** Who may see words as they were before redaction. Only facilitators change it; the server sees to that. */
    originalsFor: sparse(oneOf(ORIGINALS_FOR, 'editors')),
  },
  title: record => named(record.title, 'Untitled map'),
})

/** The id of the one map record inside a document. */
export const MAP_RECORD = 'map'
