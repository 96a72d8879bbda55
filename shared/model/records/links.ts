import { reference, text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { TITLE } from '../limits.ts'

/** An arrow between two touchpoints or notes. */
export const links = defineKind({
  name: 'links',
  storage: 'value',
  fields: { from: reference('touchpoints', 'notes'), to: reference('touchpoints', 'notes'), label: text(TITLE) },
  title: record => named(record.label, 'Link'),
})
