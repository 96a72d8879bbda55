import type { EvidenceIndex } from '../model/evidence/EvidenceIndex.ts'
import type { Flag } from '../model/evidence/promises.ts'
import { KINDS, type Touchpoint } from '../model/kinds.ts'
import type { RingCounts } from './ring.ts'
import type { Verbatim } from './verbatim.ts'

/** Everything that a touchpoint's card shows, and nothing else: equal faces give equal cards. */
export type TouchpointFace = {
  readonly id: string
  readonly title: string
  /** False when the title only stands in for a missing one. */
  readonly named: boolean
  readonly channel: string
  readonly momentOfTruth: boolean
  /** Different customers. */
  readonly heard: number
  readonly quotes: readonly Verbatim[]
  /** Of the current assumption; null without one. */
  readonly claim: RingCounts | null
  /** Severities 1…5, the worst first. */
  readonly pains: readonly number[]
  /** The most urgent of its promises; null when none asks for anything. */
  readonly promise: Flag | null
}

/** Reads from the evidence what a card shows. `voicesNeeded` is the map's. */
export function touchpointFace(touchpoint: Touchpoint, evidence: EvidenceIndex, voicesNeeded: number): TouchpointFace {
  const { id, title, channel, momentOfTruth } = touchpoint
  const assumption = evidence.assumptionAbout(id)
  const tally = assumption && evidence.tally(assumption.id)
  const quotes = evidence.cardQuotes(id)
  // A side is named only where both are shown: beside a single quote it would look like a verdict.
  const disagreeing = quotes.length > 1
  return {
    id,
    title: KINDS.touchpoints.title(touchpoint),
    named: title.trim() !== '',
    channel,
    momentOfTruth,
    heard: evidence.heard(id),
    quotes: quotes.map(({ quote, text, pinned, stance }) => {
      return { text, pinned, recalled: quote.how === 'recalled', side: disagreeing ? stance : null }
    }),
    claim: tally && {
      needed: voicesNeeded,
      supports: tally.supports,
      contradicts: tally.contradicts,
      stale: tally.stale,
    },
    pains: evidence
      .painsOn(id)
      // What is behind us is told in the panel and in its lane, and asks for nobody here.
      .filter(pain => pain.status !== 'moved-on')
      .map(pain => pain.severity)
      .sort((a, b) => b - a),
    promise: evidence.promiseFlag(id),
  }
}
