import { text, whole } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { TITLE } from '../limits.ts'

/** A phase of the journey: a column. `width` in map units. */
export const stages = defineKind({
  name: 'stages',
  storage: 'fields',
  fields: { name: text(TITLE, { typed: true }), width: whole(120, 4000, 280) },
  title: record => named(record.name, 'Unnamed stage'),
})
