import type { Assumption, Evidence, PainPoint, Quote } from '../kinds.ts'

/**
 * How well a claim is known, always computed, never typed. `assumption`: no customer took a side yet.
 * `single`: one. `heard`: more than one, fewer than the map needs. `corroborated`: as many as the map needs.
 * `contested`: the smaller side has at least two customers and a fifth of those who took a side.
 */
export type Status = 'assumption' | 'single' | 'heard' | 'corroborated' | 'contested'

/** The voices on one claim: numbers of different people, except `recalled` and `unknown`, which count quotes. */
export type Tally = {
  supports: number
  contradicts: number
  /** Customers with words on both sides; they stand on neither. */
  mixed: number
  status: Status
  /** Every supporting voice is older than the map's limit. */
  stale: boolean
  /** As many customers as the map needs are against it, and twice as many as are for it. */
  overturned: boolean
  staffSupports: number
  staffContradicts: number
  /** Quotes passed on from memory by a colleague: pencil, they fill no ring. */
  recalled: number
  /** Quotes of which nobody knows who said them. */
  unknown: number
}

/** A quote as a card shows it. `text` is cut with […] where needed, `stance` is the side it takes on the card's claim. */
export type CardQuote = { quote: Quote; text: string; pinned: boolean; stance: 'supports' | 'contradicts' | null }

/** A piece of evidence with the words it stands on: the whole quote, or the excerpt cut out with […]. */
export type ClaimEvidence = { evidence: Evidence; quote: Quote; text: string }

/** Median per customer first, then over customers, so that a talkative one counts once. −2…2. */
export type HeardFeeling = { median: number; customers: number; values: readonly number[] }

/** Everything that a map's records say about who said what. Words of customers who withdrew appear nowhere. */
export type EvidenceIndex = {
  /** How many different customers have words that lie on the touchpoint. */
  heard(touchpoint: string): number
  /** The quotes about the touchpoint, in the order of the map; those of which only an excerpt lies there included. */
  quotesOn(touchpoint: string): readonly Quote[]
  /** At most two: the pinned one, else the newest that fits from the larger side; where customers disagree, one of each. */
  cardQuotes(touchpoint: string): readonly CardQuote[]
  painsOn(touchpoint: string): readonly PainPoint[]
  /** The current assumption about a touchpoint, stage, lane or the journey: the one that no other replaces. */
  assumptionAbout(subject: string): Assumption | null
  tally(claim: string): Tally
  evidenceFor(claim: string): readonly ClaimEvidence[]
  /** What the team guesses, −2…2. */
  assumedFeeling(touchpoint: string): number | null
  /** What customers felt; recalled words, staff and unknown people are left out. */
  heardFeeling(touchpoint: string): HeardFeeling | null
  /** Quotes in the tray: on no touchpoint, about no stage nor the journey, and no excerpt of them placed. */
  unplaced(): readonly Quote[]
  /** Different customers with at least one quote on the map; no staff. */
  readonly customersOnMap: number
}
