import type { Stance, Tally } from '#shared/model/evidence/EvidenceIndex.ts'
import type { PainPoint, Quote } from '#shared/model/kinds.ts'

/** A claim with the voices behind it. `said` is the sentence behind its numbers. */
export type OutlineClaim = { id: string; text: string; tally: Tally; said: string }

/** A customer's words. `facts`: who, when, over which channel; `side`: what they say about our assumption there. */
export type OutlineQuote = { id: string; text: string; quote: Quote; facts: string; side: Stance | null }

export type OutlinePain = OutlineClaim & Pick<PainPoint, 'severity' | 'status' | 'lesson'> & { team: string | null }

/** `facts`: effort, expected effect, customers and votes, and the pain points that it comes from. */
export type OutlineOpportunity = OutlineClaim & { decision: string; details: string; facts: readonly string[] }

/** One standard that a touchpoint promises to one side. `facts` begin with how it stands; `last` is its last check. */
export type OutlinePromise = {
  id: string
  name: string
  text: string
  limits: string
  facts: readonly string[]
  isFlagged: boolean
  last: string | null
}

/** What a pain point taught, and where it comes from. */
export type OutlineLesson = { id: string; words: string; facts: readonly string[] }

export type OutlineTouchpoint = {
  id: string
  title: string
  /** Short facts: channel, moment of truth, how far it reaches. */
  facts: readonly string[]
  details: string
  /** Different customers with words that lie on it. */
  heard: number
  assumption: OutlineClaim | null
  /** What was believed before, the latest first. */
  before: readonly OutlineClaim[]
  /** How it feels, as a sentence; null while nobody guessed and nobody said. */
  feels: string | null
  /** Those that stand on its card come first. */
  quotes: readonly OutlineQuote[]
  pains: readonly OutlinePain[]
  opportunities: readonly OutlineOpportunity[]
  promises: readonly OutlinePromise[]
  /** Where arrows lead from here, in words. */
  leads: readonly string[]
}

/** `alt` is what its picture shows; null for a note without one. */
export type OutlineNote = { id: string; text: string; alt: string | null }

/** What a lane holds in one stage. */
export type OutlineCell = {
  lane: string
  name: string
  touchpoints: readonly OutlineTouchpoint[]
  notes: readonly OutlineNote[]
}

export type OutlineStage = {
  id: string
  name: string
  /** Of how many touchpoints customers have spoken, in words. */
  counts: string
  assumption: OutlineClaim | null
  cells: readonly OutlineCell[]
  /** Words about the stage as a whole. */
  quotes: readonly OutlineQuote[]
}

/** A whole map to be read from top to bottom. */
export type Outline = {
  title: string
  /** Whose journey it is, scenario, goal: each with its name, only those that are written. */
  lens: readonly { name: string; text: string }[]
  whyHired: OutlineClaim | null
  counts: string
  assumption: OutlineClaim | null
  quotes: readonly OutlineQuote[]
  stages: readonly OutlineStage[]
  /** What stands in no stage or lane. */
  unsorted: readonly OutlineTouchpoint[]
  notes: readonly OutlineNote[]
  pains: readonly OutlinePain[]
  opportunities: readonly OutlineOpportunity[]
  /** What was learned across the map, the newest first. */
  lessons: readonly OutlineLesson[]
  /** Quotes in the tray. */
  unplaced: number
  voicesNeeded: number
}
