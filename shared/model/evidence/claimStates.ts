import { append } from '../../util/append.ts'
import type { Quote } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { currentAssumptions } from './currentAssumptions.ts'
import { type Piece, type Status, type Tally, tallyOf } from './tally.ts'
import { voiceOf } from './voice.ts'

/** What is read first about a claim, the least known first: that it was wrong comes before how well it is known. */
export const CLAIM_STATES = [
  'assumption',
  'single',
  'heard',
  'corroborated',
  'contested',
  'overturned',
] as const satisfies readonly (Status | 'overturned')[]
export type ClaimState = (typeof CLAIM_STATES)[number]

/** How a claim stands, in one word. */
export function stateOf({ overturned, status }: Tally): ClaimState {
  return overturned ? 'overturned' : status
}

/** What of a map says how its claims stand. */
export const STATE_PARTS = ['map', 'quotes', 'excerpts', 'customers', 'assumptions', 'evidence'] as const

type Claimed = Pick<MapDocument, (typeof STATE_PARTS)[number]>

/** The states of what words are about; null for words about no claim. May say one state twice. */
export type StatesOf = (id: string, touchpoint: string | null) => readonly ClaimState[] | null

/**
 * How the claims of a mended map stand that words are about: those on which the words take a side, and what the team
 * assumes of the touchpoint on which they lie. `id` is a quote's or an excerpt's. Counts claims as `EvidenceIndex` does, and
 * nothing else: who only asks this need not count a whole map.
 */
export function claimStates(map: Claimed): StatesOf {
  const pieces = piecesOf(map)
  const rules = { needed: map.map.voicesNeeded, oldBefore: '' }
  const states = new Map<string, ClaimState>()
  const stateOfClaim = (claim: string): ClaimState => {
    const known = states.get(claim)
    if (known) return known
    const state = stateOf(tallyOf(pieces.get(claim) ?? [], rules))
    states.set(claim, state)
    return state
  }
  const sides = new Map<string, ClaimState[]>()
  for (const { quote, claim } of map.evidence) append(sides, quote, stateOfClaim(claim))
  const assumed = new Map(
    [...currentAssumptions(map.assumptions)].map(([about, { id }]) => [about, [stateOfClaim(id)]] as const),
  )
  return (id, touchpoint) => {
    const taken = sides.get(id) ?? null
    const guess = touchpoint === null ? null : (assumed.get(touchpoint) ?? null)
    return taken && guess ? [...taken, ...guess] : (taken ?? guess)
  }
}

/** What speaks for or against each claim. Only quotes that are evidence are looked up: most are none. */
function piecesOf({ quotes, excerpts, customers, evidence }: Claimed): Map<string, Piece[]> {
  const named = new Set(evidence.map(({ quote }) => quote))
  const quoteOf = new Map<string, string>()
  for (const { id, quote } of excerpts) if (named.has(id)) quoteOf.set(id, quote)
  const wanted = new Set(quoteOf.values())
  const told = new Map<string, Quote>()
  for (const quote of quotes) if (named.has(quote.id) || wanted.has(quote.id)) told.set(quote.id, quote)
  const customerOf = new Map(customers.map(customer => [customer.id, customer]))
  const pieces = new Map<string, Piece[]>()
  for (const { claim, quote: id, stance } of evidence) {
    const quote = told.get(id) ?? told.get(quoteOf.get(id) ?? '')
    const voice = quote ? voiceOf(quote, customerOf.get(quote.customer ?? '')) : null
    if (!quote || voice === null) continue
    append(pieces, claim, { stance, voice, customer: quote.customer, quote: quote.id, day: null })
  }
  return pieces
}
