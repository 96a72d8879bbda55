import type { Assumption, Evidence, Excerpt, PainPoint, Quote } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import type { CardQuote } from './cardQuotes.ts'
import { evidenceFollower } from './evidenceFollower.ts'
import type { HeardFeeling } from './feeling.ts'
import type { Flag } from './promises.ts'
import type { Tally } from './tally.ts'
import type { Voice } from './voice.ts'

export type { Stance, Status, Tally } from './tally.ts'
export type { CardQuote, HeardFeeling, Voice }

/** A piece of evidence with the words it stands on: the whole quote, or the excerpt with […]. */
export type ClaimEvidence = { evidence: Evidence; quote: Quote; text: string; voice: Voice }

/**
 * Words that lie on a touchpoint: a whole quote (`excerpt` is null), or an excerpt of one with […]. `id` is what evidence
 * names, `feeling` what the customer felt there, −2…2.
 */
export type SaidWords = {
  id: string
  quote: Quote
  excerpt: Excerpt | null
  text: string
  voice: Voice
  feeling: number | null
}

/** Everything that a map's records say about who said what. Words of customers who withdrew appear nowhere. */
export type EvidenceIndex = {
  /** How many different customers have words that lie on the touchpoint; recalled words were not heard. */
  heard(touchpoint: string): number
  /** Their ids. */
  customersOn(touchpoint: string): ReadonlySet<string>
  /** The quotes about the touchpoint, in the order of the map; those of which only an excerpt lies there included. */
  quotesOn(touchpoint: string): readonly Quote[]
  /** What lies on the touchpoint, quote by quote, each with those of its excerpts that lie there too. */
  wordsOn(touchpoint: string): readonly SaidWords[]
  /** At most two: the pinned one, else the newest that fits from the larger side; where customers disagree, one of each. */
  cardQuotes(touchpoint: string): readonly CardQuote[]
  painsOn(touchpoint: string): readonly PainPoint[]
  /** The most urgent promise of the touchpoint on the day of counting; null when none asks for anything. */
  promiseFlag(touchpoint: string): Flag | null
  /** The assumption about a touchpoint, stage, lane or the journey that no other replaces; of several the last on the map. */
  assumptionAbout(subject: string): Assumption | null
  tally(claim: string): Tally
  evidenceFor(claim: string): readonly ClaimEvidence[]
  /** What the team guesses in its current assumption, −2…2. */
  assumedFeeling(touchpoint: string): number | null
  /** What customers felt; recalled words, staff and unknown people are left out. */
  heardFeeling(touchpoint: string): HeardFeeling | null
  /** Quotes in the tray: on no touchpoint, about no stage nor the journey, and no excerpt of them placed. */
  unplaced(): readonly Quote[]
  /** All quotes that may be shown, in the order of the map. */
  spoken(): readonly Quote[]
  /** Different customers with at least one quote on the map; no staff. */
  readonly customersOnMap: number
  /**
   * Touchpoints of which any of these answers may differ from those of an earlier index of the same map; null: of any.
   * What only their own records say is left out.
   */
  changedSince(earlier: EvidenceIndex): ReadonlySet<string> | null
}

/** Counts a mended map; `today` is an ISO day. For a map that changes: `evidenceFollower`. */
export function buildEvidence(map: MapDocument, today: string): EvidenceIndex {
  return evidenceFollower()(map, today)
}
