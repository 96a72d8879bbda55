import { idList, optionalReference, optionalWhole, sparse, text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { DETAILS, NAME, TITLE } from '../limits.ts'

/** Something that could be made better, for one or more pain points. */
export const opportunities = defineKind({
  name: 'opportunities',
  storage: 'fields',
  fields: {
    title: text(TITLE, { typed: true }),
    touchpoint: optionalReference('touchpoints'),
    painPoints: idList('painPoints'),
    effort: optionalWhole(1, 5),
    effect: optionalWhole(1, 5),
    decision: text(DETAILS),
    details: text(DETAILS, { typed: true }),
    author: sparse(text(NAME)),
  },
  title: record => named(record.title, 'Unnamed opportunity'),
})
