import type { Voice } from './voice.ts'

/**
 * How well a claim is known: always computed, never typed, and counted by person.
 *
 * `assumption`: no customer supports it. `single`: one does. `heard`: more, but fewer than the map needs.
 * `corroborated`: as many as the map needs. `contested`: the smaller side has at least two customers and a fifth of
 * those who took a side, which says more than any number of supporters. A map that needs one voice has no `single`
 * (one corroborates), a map that needs two has no `heard`.
 */
export type Status = 'assumption' | 'single' | 'heard' | 'corroborated' | 'contested'

/** The voices on one claim: numbers of different people; `recalled` and `unknown` are numbers of different quotes. */
export type Tally = {
  supports: number
  contradicts: number
  /** Customers with words on both sides; they stand on neither. */
  mixed: number
  status: Status
  /** Every supporting customer last said so longer ago than the map accepts. */
  stale: boolean
  /** At least as many customers as the map needs are against it, and twice as many as are for it. Say this before the status. */
  overturned: boolean
  staffSupports: number
  staffContradicts: number
  recalled: number
  unknown: number
}

export type Stance = 'supports' | 'contradicts'

/** One piece of evidence, as far as counting cares. `day` is the ISO day of the words, or null where nobody knows. */
export type Piece = {
  stance: Stance
  voice: Voice
  customer: string | null
  quote: string
  day: string | null
}

/** `needed`: the customers that corroborate a claim. `oldBefore`: the ISO day before which words are old. */
export type Rules = { needed: number; oldBefore: string }

const LEAST_CONTESTING = 2
/** One in so many of those who took a side. */
const CONTESTING_PART = 5
const OVERTURNING_FACTOR = 2

/** Where one person stands, and whether something that person said for the claim is not old. */
type Stand = { supports: boolean; contradicts: boolean; recent: boolean }

/** Where each of the given people stands. Pieces of nobody in particular are left out. */
function standsOf(pieces: readonly Piece[], voice: Voice, oldBefore: string): Stand[] {
  const stands = new Map<string, Stand>()
  for (const piece of pieces) {
    if (piece.voice !== voice || piece.customer === null) continue
    const stand = stands.get(piece.customer) ?? { supports: false, contradicts: false, recent: false }
    stands.set(piece.customer, stand)
    stand[piece.stance] = true
    // Words without a day are not known to be old.
    if (piece.stance === 'supports' && !(piece.day !== null && piece.day < oldBefore)) stand.recent = true
  }
  return [...stands.values()]
}

function differentQuotes(pieces: readonly Piece[], voice: Voice): number {
  return new Set(pieces.filter(piece => piece.voice === voice).map(piece => piece.quote)).size
}

/** Counts what stands behind one claim and against it. */
export function tallyOf(pieces: readonly Piece[], { needed, oldBefore }: Rules): Tally {
  const customers = standsOf(pieces, 'customer', oldBefore)
  const supporters = customers.filter(stand => stand.supports && !stand.contradicts)
  const contradicts = customers.filter(stand => stand.contradicts && !stand.supports).length
  const supports = supporters.length
  const staff = standsOf(pieces, 'staff', oldBefore)
  return {
    supports,
    contradicts,
    mixed: customers.length - supports - contradicts,
    status: statusOf(supports, contradicts, needed),
    stale: supports > 0 && supporters.every(stand => !stand.recent),
    overturned: contradicts >= needed && contradicts >= OVERTURNING_FACTOR * supports,
    staffSupports: staff.filter(stand => stand.supports && !stand.contradicts).length,
    staffContradicts: staff.filter(stand => stand.contradicts && !stand.supports).length,
    recalled: differentQuotes(pieces, 'recalled'),
    unknown: differentQuotes(pieces, 'unknown'),
  }
}

function statusOf(supports: number, contradicts: number, needed: number): Status {
  const smaller = Math.min(supports, contradicts)
  if (smaller >= LEAST_CONTESTING && smaller * CONTESTING_PART >= supports + contradicts) return 'contested'
  if (supports === 0) return 'assumption'
  if (supports >= needed) return 'corroborated'
  return supports === 1 ? 'single' : 'heard'
}

/** The ISO day that lies `months` calendar months before `day`; the last of a shorter month stands in for its missing days. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}
