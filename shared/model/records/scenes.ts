import { oneOf, text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { DETAILS, TITLE } from '../limits.ts'

/** One step of the storyline in which a map is presented. */
export const scenes = defineKind({
  name: 'scenes',
  storage: 'fields',
  fields: {
    kind: oneOf(['view', 'claim', 'comparison', 'number', 'title'], 'view'),
    heading: text(TITLE, { typed: true }),
    notes: text(DETAILS, { typed: true }),
  },
  title: record => named(record.heading, 'Untitled scene'),
})
