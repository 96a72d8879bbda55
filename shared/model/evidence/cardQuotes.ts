import type { Evidence, Quote } from '../kinds.ts'
import type { Stance } from './tally.ts'
import type { Voice } from './voice.ts'
import { CUT } from './words.ts'

/** A quote as a card shows it: the whole text, or an excerpt with […]. `stance` is its side on the card's claim. */
export type CardQuote = { quote: Quote; text: string; pinned: boolean; stance: Stance | null }

/** Words that a card could show. */
export type Words = { quote: Quote; text: string; voice: Voice }

/** UTF-16 code units that the four lines of a card mostly hold. It helps to choose; nothing is cut by it. */
const FOUR_LINES = 110

type Choice = {
  /** What a person pinned. */
  pinned: Words | null
  /** The evidence on the card's claim, in the order of the map, and whether customers disagree about it. */
  evidence: readonly (Words & { evidence: Evidence })[]
  contested: boolean
  /** All words that lie on the touchpoint, in the order of the map. */
  onTouchpoint: readonly Words[]
}

/**
 * At most two quotes for a card: what a person pinned, else the newest that fits from the larger side. Where customers
 * disagree one of each side, so a pinned quote never hides the other. While no side is larger, the newest that fits
 * of the customers' words on the touchpoint, recalled ones only where there are no others; the words of staff stand on
 * a card only when pinned.
 */
export function chooseCardQuotes({ pinned, evidence, contested, onTouchpoint }: Choice): CardQuote[] {
  const sides = sidesOf(evidence)
  const show = (words: Words | null, stance: Stance | null): CardQuote[] =>
    words ? [{ quote: words.quote, text: words.text, pinned: words === pinned, stance }] : []

  const larger: Stance = sides.contradicts.customers > sides.supports.customers ? 'contradicts' : 'supports'
  const stance = pinned ? stanceOf(pinned.quote, evidence) : larger
  const first = pinned ?? newestThatFits(sides[larger].words)
  if (contested) {
    const other = stance && opposite(stance)
    return [...show(first, stance), ...show(other && newestThatFits(sides[other].words), other)]
  }
  if (pinned) return show(pinned, stance)
  if (sides.supports.customers !== sides.contradicts.customers) return show(first, larger)
  const words = newestThatFits(onTouchpoint.filter(({ voice }) => voice !== 'staff'))
  return show(words, words && stanceOf(words.quote, evidence))
}

function opposite(stance: Stance): Stance {
  return stance === 'supports' ? 'contradicts' : 'supports'
}

/** The side that a quote takes; null where it takes none or both. */
function stanceOf(quote: Quote, evidence: Choice['evidence']): Stance | null {
  const taken = new Set(evidence.filter(piece => piece.quote.id === quote.id).map(piece => piece.evidence.stance))
  const [stance] = taken
  return stance && taken.size === 1 ? stance : null
}

/** Who stands on each side, and with which words. A customer with words on both sides stands on neither. */
function sidesOf(evidence: Choice['evidence']): Record<Stance, { customers: number; words: readonly Words[] }> {
  const pieces = evidence.filter(piece => piece.voice === 'customer')
  const customersOf = (stance: Stance) =>
    new Set(pieces.filter(piece => piece.evidence.stance === stance).map(piece => piece.quote.customer))
  const sideOf = (stance: Stance) => {
    const others = customersOf(opposite(stance))
    const customers = new Set([...customersOf(stance)].filter(customer => !others.has(customer)))
    return { customers: customers.size, words: pieces.filter(piece => customers.has(piece.quote.customer)) }
  }
  return { supports: sideOf('supports'), contradicts: sideOf('contradicts') }
}

/** Undated words count as the oldest; of equally new ones the later on the map is taken. */
function newestThatFits(candidates: readonly Words[]): Words | null {
  let best: Words | null = null
  for (const words of candidates) if (!isBlank(words) && !(best && isBetter(best, words))) best = words
  return best
}

/** A whole quote without words, or an excerpt of nothing. */
function isBlank({ text }: Words): boolean {
  return text === CUT || text.trim() === ''
}

/** Words of customers before recalled ones, those that fit before those that don't, newer before older. */
function isBetter(a: Words, b: Words): boolean {
  const ink = Number(a.voice !== 'recalled') - Number(b.voice !== 'recalled')
  if (ink !== 0) return ink > 0
  const fit = Number(a.text.length <= FOUR_LINES) - Number(b.text.length <= FOUR_LINES)
  if (fit !== 0) return fit > 0
  return (a.quote.saidOn ?? '') > (b.quote.saidOn ?? '')
}
