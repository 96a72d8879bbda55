import type { CloseQuotes } from './CloseQuotes.ts'
import type { Alike, SimilarQuotes } from './SimilarQuotes.ts'

/** Quotes that say similar things, the most central first, and the words that tell them from all others. */
export type SimilarGroup = { quotes: readonly number[]; words: readonly string[] }

/**
 * Likeness from which on two quotes say similar things. Short comments that mean the same share most of their words; long
 * narratives share few, so how close is close enough a person says.
 */
const LEAST = { loose: 0.12, close: 0.2, closest: 0.3 } as const
export type Closeness = keyof typeof LEAST
export type GroupOptions = {
  /** Whether two quotes are of different people; a group needs at least two. */
  speakers: readonly (string | null)[]
  /** How alike two quotes are that say similar things. */
  closeness?: Closeness
  onDone?: (done: number) => void
}

/** Quotes of a group, and different people in it, from which on it is worth looking at. */
const MIN_QUOTES = 3
const MIN_PEOPLE = 2
const WORDS = 5
/** Groups that are offered: more than people look through. */
const MAX_GROUPS = 60
const TELL_EVERY = 200

/**
 * Groups of quotes around those that are like most others: star clustering (J. Aslam, E. Pelekhov and D. Rus, “The star
 * clustering algorithm for static and dynamic information organization”, 2004). Each quote is in one group at most, and
 * the order of the quotes changes nothing but ties. Groups of most people come first.
 */
export function groupSimilar(
  similar: SimilarQuotes,
  { speakers, closeness = 'close', onDone }: GroupOptions,
): SimilarGroup[] {
  const close = similar.closeTo(LEAST[closeness])
  const { weight, alike } = nearness(close, similar.size, onDone)
  const order = Array.from(weight.keys()).sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b)
  const taken = new Uint8Array(similar.size)
  const groups: (SimilarGroup & { people: number })[] = []
  for (const centre of order) {
    // Most quotes say something of their own: they are alike to too few others, or those went to a larger group.
    if (taken[centre] === 1 || (alike[centre] ?? 0) + 1 < MIN_QUOTES) continue
    const near: Alike[] = []
    close.visit(centre, (at, likeness) => {
      if (taken[at] === 0) near.push({ at, likeness })
    })
    if (near.length + 1 < MIN_QUOTES) continue
    const quotes = [centre, ...near.sort((a, b) => b.likeness - a.likeness || a.at - b.at).map(({ at }) => at)]
    const people = peopleIn(quotes, speakers)
    if (people < MIN_PEOPLE) continue
    for (const at of quotes) taken[at] = 1
    groups.push({ quotes, people, words: [] })
  }
  return groups
    .sort((a, b) => b.people - a.people || b.quotes.length - a.quotes.length)
    .slice(0, MAX_GROUPS)
    .map(({ quotes }) => ({ quotes, words: similar.telling(quotes, WORDS) }))
}

/** For each quote how many others it is alike to, and the sum of how much. */
function nearness(close: CloseQuotes, size: number, onDone: GroupOptions['onDone']) {
  const weight = new Float64Array(size)
  const alike = new Int32Array(size)
  for (let at = 0; at < size; at++) {
    if (at % TELL_EVERY === 0) onDone?.(at)
    // Each pair is met once, from its later quote.
    const found = (other: number, likeness: number) => {
      weight[at] = (weight[at] as number) + likeness
      weight[other] = (weight[other] as number) + likeness
      ;(alike[at] as number)++
      ;(alike[other] as number)++
    }
    close.visit(at, found, at)
  }
  return { weight, alike }
}

/** Different people; each quote of somebody unknown is somebody else's. */
function peopleIn(quotes: readonly number[], speakers: readonly (string | null)[]): number {
  return new Set(quotes.map(at => speakers[at] ?? `unknown ${at}`)).size
}
