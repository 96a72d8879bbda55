import { randomText } from '../util/random.ts'
import type { KindName } from './kindNames.ts'

/** Words that a reference can hold instead of an id, so no record may be called so. */
export const JOURNEY = 'journey'
export const WHY_HIRED = 'whyHired'
export const QUESTIONS = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9'] as const
export type Question = (typeof QUESTIONS)[number]

/** What an evidence record may claim besides the ids of claims. */
export const CLAIM_WORDS: readonly string[] = [WHY_HIRED, ...QUESTIONS]
/** What an assumption or a quote may be about besides the ids of records. */
export const ABOUT_WORDS: readonly string[] = [JOURNEY]

/**
 * Kinds whose ids one reference can name share one space of ids; the words of that reference are
 * reserved in it.
 */
export const ID_SPACES: readonly { kinds: readonly KindName[]; words: readonly string[] }[] = [
  { kinds: ['assumptions', 'painPoints', 'opportunities'], words: CLAIM_WORDS },
  { kinds: ['quotes', 'excerpts'], words: [] },
  { kinds: ['stages', 'lanes', 'touchpoints', 'notes'], words: ABOUT_WORDS },
]

/** Ids of records carry 80 random bits. */
const RECORD_ID_LENGTH = 16
/** Ids of maps carry 130 random bits: they are part of what keeps a map closed. */
const MAP_ID_LENGTH = 26

/** A fresh id for a record. */
export function newId(): string {
  return randomText(RECORD_ID_LENGTH)
}

/** A fresh id for a map. */
export function newMapId(): string {
  return randomText(MAP_ID_LENGTH)
}

/** Whether a text has the form of a map's id. */
export function isMapId(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(text)
}
