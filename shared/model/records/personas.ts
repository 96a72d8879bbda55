import { text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { COLOR, DETAILS, NAME } from '../limits.ts'

/** Whose journey it can be. */
export const personas = defineKind({
  name: 'personas',
  storage: 'fields',
  fields: {
    name: text(NAME, { typed: true }),
    description: text(DETAILS, { typed: true }),
    color: text(COLOR),
  },
  title: record => named(record.name, 'Unnamed persona'),
})
