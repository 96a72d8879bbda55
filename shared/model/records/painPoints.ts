import { list, oneOf, optionalDay, optionalReference, sparse, text, whole } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { DETAILS, NAME, TITLE } from '../limits.ts'

/** The path of a pain point from found to left behind. */
export const PAIN_STATUSES = ['open', 'owned', 'apologised', 'mended', 'moved-on'] as const
export type PainStatus = (typeof PAIN_STATUSES)[number]

/** Something that hurts customers at a touchpoint; itself a claim that quotes support or contradict. */
export const painPoints = defineKind({
  name: 'painPoints',
  storage: 'fields',
  fields: {
    title: text(TITLE, { typed: true }),
    touchpoint: optionalReference('touchpoints'),
    severity: whole(1, 5, 3),
    status: oneOf(PAIN_STATUSES, 'open'),
    team: optionalReference('teams'),
    lesson: text(DETAILS, { typed: true }),
    history: list({ status: oneOf(PAIN_STATUSES, 'open'), on: optionalDay(), words: text(DETAILS) }),
    author: sparse(text(NAME)),
  },
  title: record => named(record.title, 'Unnamed pain point'),
})
