import { text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { NAME } from '../limits.ts'

/** Who owns a pain point: always a team, never a person. */
export const teams = defineKind({
  name: 'teams',
  storage: 'fields',
  fields: { name: text(NAME, { typed: true }) },
  title: record => named(record.name, 'Unnamed team'),
})
