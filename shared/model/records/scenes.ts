import { idList, oneOf, optionalReference, sparse, text } from '../field.ts'
import { CLAIM_WORDS } from '../ids.ts'
import { defineKind, named } from '../kind.ts'
import { DETAILS, TITLE } from '../limits.ts'

/** What a scene of the kind `number` counts; '' where it is only a sentence. */
export const NUMBERS = ['', 'customers', 'quotes', 'notHeard', 'confirmed', 'wrong', 'pains'] as const
export type NumberName = (typeof NUMBERS)[number]

/** Which of the two curves a comparison shows. */
export const CURVES = ['both', 'assumed', 'heard'] as const

/**
 * One step of the storyline in which a map is presented. It names what it shows and copies nothing, so that it shows
 * the map as it is.
 */
export const scenes = defineKind({
  name: 'scenes',
  storage: 'fields',
  fields: {
    kind: oneOf(['view', 'claim', 'comparison', 'number', 'title'], 'view'),
    heading: text(TITLE, { typed: true }),
    notes: text(DETAILS, { typed: true }),
    /** Of a claim: the touchpoint that is opened; where `claim` names something, that is. */
    touchpoint: sparse(optionalReference('touchpoints')),
    claim: sparse(optionalReference('assumptions', 'painPoints', 'opportunities', { words: CLAIM_WORDS })),
    /** Of a view and a comparison: the stage that is shown alone; null for the whole journey. */
    stage: sparse(optionalReference('stages')),
    /** Of a view: what it goes to; nothing for all. */
    shows: sparse(idList('touchpoints', 'notes')),
    /** Lanes that a view leaves out. */
    hides: sparse(idList('lanes')),
    curves: sparse(oneOf(CURVES, 'both')),
    /** Whose words count; null for everybody's. */
    persona: sparse(optionalReference('personas')),
    number: sparse(oneOf(NUMBERS, '')),
  },
  title: record => named(record.heading, 'Untitled scene'),
})
