import { CLAIM_STATES } from '../evidence/claimStates.ts'
import { idList, mayBeGone, oneOf, optionalDay, optionalReference, sparse, text, textList, wordList } from '../field.ts'
import { CLAIM_WORDS } from '../ids.ts'
import { defineKind, named } from '../kind.ts'
import { DETAILS, NAME, TITLE } from '../limits.ts'
import { QUOTE_KINDS } from './quotes.ts'

/** What a scene of the kind `number` counts; '' where it is only a sentence. */
export const NUMBERS = ['', 'customers', 'quotes', 'notHeard', 'confirmed', 'wrong', 'pains'] as const
export type NumberName = (typeof NUMBERS)[number]

/** Which of the two curves a comparison shows. */
export const CURVES = ['both', 'assumed', 'heard'] as const

/**
 * One step of the storyline in which a map is presented. It names what it shows and copies nothing, so that it shows
 * the map as it is. What it names and is gone it goes on naming, for whoever presents is told.
 *
 * Which words count in it is what a person’s filter says, `WordsFilter`, in lists that let all pass while they are
 * empty; `''` stands for words that say nothing about it. See `filterOf`.
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
    stage: sparse(mayBeGone(optionalReference('stages'))),
    /** Of a view: what it goes to; nothing for all. */
    shows: sparse(mayBeGone(idList('touchpoints', 'notes'))),
    /** Lanes that a view leaves out. */
    hides: sparse(idList('lanes')),
    curves: sparse(oneOf(CURVES, 'both')),
    /** Of older maps: the one persona whose words count. `personas` says so now. */
    persona: sparse(mayBeGone(optionalReference('personas'))),
    personas: sparse(mayBeGone(idList('personas'))),
    channels: sparse(textList(NAME)),
    sources: sparse(mayBeGone(idList('sources'))),
    kinds: sparse(wordList(QUOTE_KINDS)),
    states: sparse(wordList(['', ...CLAIM_STATES])),
    /** First and last day on which the words were said. */
    from: sparse(optionalDay()),
    to: sparse(optionalDay()),
    number: sparse(oneOf(NUMBERS, '')),
  },
  title: record => named(record.heading, 'Untitled scene'),
})
