import { reference, text, whole } from '../field.ts'
import { defineKind } from '../kind.ts'
import { NAME } from '../limits.ts'

/** What one person guessed that customers feel, −2…2, for an assumption of the team. `by`: the person's id. */
export const guesses = defineKind({
  name: 'guesses',
  storage: 'value',
  sparse: true,
  fields: {
    assumption: reference('assumptions'),
    by: text(NAME),
    feeling: whole(-2, 2, 0),
  },
  title: record => `A guess of ${record.feeling}`,
})
