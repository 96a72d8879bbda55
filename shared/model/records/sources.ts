import { optionalDay, optionalWhole, text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { NAME } from '../limits.ts'

/** Where quotes come from: a survey, an interview, a panel session, a review site. */
export const sources = defineKind({
  name: 'sources',
  storage: 'fields',
  fields: {
    name: text(NAME, { typed: true }),
    method: text(NAME),
    from: optionalDay(),
    to: optionalDay(),
    asked: optionalWhole(0, 1_000_000_000),
    collectedBy: text(NAME),
  },
  title: record => named(record.name, 'Unnamed source'),
})
