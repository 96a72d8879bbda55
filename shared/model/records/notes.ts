import { coordinate, optionalReference, optionalText, sparse, text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { DETAILS, NAME, TITLE } from '../limits.ts'

/**
 * A sticky note: nobody's claim. `x`, `y` from the top left of its cell, or of the map without one. `under` names the
 * note that is its heading: then it stands there, and its own place waits until it is taken out.
 */
export const notes = defineKind({
  name: 'notes',
  storage: 'fields',
  fields: {
    text: text(DETAILS, { typed: true }),
    image: optionalText(NAME),
    alt: text(TITLE),
    stage: optionalReference('stages'),
    lane: optionalReference('lanes'),
    x: coordinate(),
    y: coordinate(),
    author: text(NAME),
    under: sparse(optionalReference('notes')),
  },
  place: ['stage', 'lane', 'x', 'y'],
  title: record => named(record.text.split('\n', 1)[0] ?? '', 'Empty note'),
})
