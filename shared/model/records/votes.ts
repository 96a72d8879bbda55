import { reference, text } from '../field.ts'
import { defineKind } from '../kind.ts'
import { NAME } from '../limits.ts'

/** One person's vote for an opportunity; never evidence. `by`: the person's id, or that of the link they came by. */
export const votes = defineKind({
  name: 'votes',
  storage: 'value',
  sparse: true,
  fields: {
    opportunity: reference('opportunities'),
    by: text(NAME),
  },
  title: () => 'A vote',
})
