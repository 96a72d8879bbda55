import { flag, optionalCoordinate, optionalReference, reference, sparse, text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { DETAILS, NAME, TITLE } from '../limits.ts'

/** A contact between customer and provider; without a channel, a step. `x`, `y` from the top left of the cell. */
export const touchpoints = defineKind({
  name: 'touchpoints',
  storage: 'fields',
  fields: {
    title: text(TITLE, { typed: true }),
    stage: reference('stages'),
    lane: reference('lanes'),
    untilStage: optionalReference('stages'),
    x: optionalCoordinate(),
    y: optionalCoordinate(),
    channel: text(NAME),
    momentOfTruth: flag(false),
    pinnedQuote: optionalReference('quotes', 'excerpts'),
    details: text(DETAILS, { typed: true }),
    author: sparse(text(NAME)),
  },
  place: ['stage', 'lane', 'untilStage', 'x', 'y'],
  title: record => named(record.title, 'Untitled touchpoint'),
})
