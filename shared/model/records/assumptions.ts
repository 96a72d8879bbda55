import { optionalDay, optionalReference, optionalWhole, reference, text } from '../field.ts'
import { ABOUT_WORDS } from '../ids.ts'
import { defineKind, named } from '../kind.ts'
import { DETAILS, NAME } from '../limits.ts'

/** What the team believes about a part of the journey, with its guess of the feeling, −2…2. */
export const assumptions = defineKind({
  name: 'assumptions',
  storage: 'fields',
  fields: {
    about: reference('touchpoints', 'stages', 'lanes', { words: ABOUT_WORDS }),
    text: text(DETAILS, { typed: true }),
    feeling: optionalWhole(-2, 2),
    author: text(NAME),
    madeOn: optionalDay(),
    replaces: optionalReference('assumptions'),
  },
  title: record => named(record.text, 'Unwritten assumption'),
})
