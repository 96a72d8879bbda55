import { CloseQuotes, type WordVector } from './CloseQuotes.ts'
import { wordsIn } from './wordsIn.ts'

/** A quote as far as comparing goes. */
export type Spoken = { id: string; text: string }

/** A quote that is like another one: its place in the list, and how like, above 0 to 1. */
export type Alike = { at: number; likeness: number }

export type LikeOptions = {
  /** Which others are looked at. */
  counts?: (at: number) => boolean
  /** How many are wanted; all without it. */
  most?: number | undefined
}

/** A word in more than this share of the quotes tells none of them apart. */
const EVERYWHERE = 0.2
/** Words in more than this share are not shown to people as a reason while there are rarer ones. */
const COMMON = 0.08
/** Words that are in so few quotes are kept whatever their share. */
const RARE = 4
/** A longer word counts as a form of a shorter one, of at least this many letters, with at most so many more. */
const STEM = 4
const ENDING = 3
/** Quotes after which somebody who waits is told. */
const TELL_EVERY = 500
/** Words of one quote that it is compared by, the most telling first: narratives have thousands. */
const MOST_WORDS = 60

/**
 * Quotes made comparable by their words: the likeness of two is the cosine of the angle between their vectors of words,
 * each weighted by how often it is said in the quote and how rarely elsewhere (tf-idf; G. Salton and C. Buckley,
 * “Term-weighting approaches in automatic text retrieval”, 1988). Knows no language: words in every fifth quote are left out
 * for saying nothing, and forms of a word are joined where one begins with the other (waited, waiting: wait).
 */
export class SimilarQuotes {
  readonly size: number
  /** Places of quotes of which no words could be told. */
  readonly unreadable: readonly number[]
  private readonly vectors: readonly WordVector[]
  private readonly quotesWith: Int32Array[]
  private readonly weightsIn: Float32Array[]
  /** The most frequent form of each word as people wrote it. */
  private readonly names: readonly string[]
  private readonly scores: Float32Array
  private readonly isTouched: Uint8Array

  constructor(quotes: readonly Spoken[], onDone: (done: number) => void = () => {}) {
    const said: Map<string, number>[] = []
    const spread = new Map<string, number>()
    const unreadable: number[] = []
    for (const [at, { text }] of quotes.entries()) {
      if (at % TELL_EVERY === 0) onDone(at)
      const { words } = wordsIn(text)
      if (words.length === 0) unreadable.push(at)
      const counts = new Map<string, number>()
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
      for (const word of counts.keys()) spread.set(word, (spread.get(word) ?? 0) + 1)
      said.push(counts)
    }
    this.size = quotes.length
    this.unreadable = unreadable
    const most = Math.max(RARE, quotes.length * EVERYWHERE)
    const stems = stemsOf(spread, most)
    const { numbers, names } = numbered(spread, stems)
    this.names = names
    const inQuotes = new Int32Array(names.length)
    const counted = said.map(counts => {
      const terms = new Map<number, number>()
      for (const [word, count] of counts) {
        const number = numbers.get(word)
        if (number !== undefined) terms.set(number, (terms.get(number) ?? 0) + count)
      }
      for (const number of terms.keys()) inQuotes[number] = (inQuotes[number] ?? 0) + 1
      return terms
    })
    this.vectors = counted.map(terms =>
      vectorOf(
        terms,
        number => Math.log(1 + quotes.length / (inQuotes[number] ?? 1)),
        number => (inQuotes[number] ?? 0) <= most,
      ),
    )
    const { quotesWith, weightsIn } = inverted(this.vectors, names.length)
    this.quotesWith = quotesWith
    this.weightsIn = weightsIn
    this.scores = new Float32Array(quotes.length)
    this.isTouched = new Uint8Array(quotes.length)
  }

  /** The quotes most like that at a place, at least so much alike, the most alike first, without itself. */
  like(at: number, least: number, { counts = () => true, most }: LikeOptions = {}): Alike[] {
    const { scores, isTouched } = this
    const touched: number[] = []
    const vector = this.vectors[at]
    if (!vector) return []
    for (const [index, term] of vector.terms.entries()) {
      const weight = vector.weights[index] ?? 0
      const others = this.quotesWith[term] ?? new Int32Array()
      const weights = this.weightsIn[term] ?? new Float32Array()
      for (let each = 0; each < others.length; each++) {
        const other = others[each] as number
        if (isTouched[other] === 0) {
          isTouched[other] = 1
          touched.push(other)
        }
        scores[other] = (scores[other] as number) + weight * (weights[each] as number)
      }
    }
    const alike: Alike[] = []
    for (const other of touched) {
      const likeness = scores[other] as number
      if (likeness >= least && other !== at && counts(other)) alike.push({ at: other, likeness: Math.min(1, likeness) })
      scores[other] = 0
      isTouched[other] = 0
    }
    return alike.sort((a, b) => b.likeness - a.likeness || a.at - b.at).slice(0, most)
  }

  /** For looking at many quotes with the same likeness. */
  closeTo(least: number): CloseQuotes {
    return new CloseQuotes(this.vectors, this.names.length, least)
  }

  /** The words that make a quote like these others, the weightiest first, as people mostly write them. */
  shared(at: number, others: readonly number[], most: number): string[] {
    const sums = new Map<number, number>()
    const own = this.vectors[at]
    if (!own) return []
    const weights = new Map([...own.terms].map((term, index) => [term, own.weights[index] ?? 0]))
    for (const other of others) {
      const vector = this.vectors[other]
      for (const [index, term] of (vector?.terms ?? []).entries()) {
        const weight = weights.get(term)
        if (weight !== undefined) sums.set(term, (sums.get(term) ?? 0) + weight * (vector?.weights[index] ?? 0))
      }
    }
    return this.heaviest(sums, most)
  }

  /**
   * The words that tell a group from all other quotes, by Dunning's log-likelihood ratio (“Accurate methods for the
   * statistics of surprise and coincidence”, 1993): words that at least a third of the group uses, and far more than others.
   */
  telling(group: readonly number[], most: number): string[] {
    const inside = new Map<number, number>()
    for (const at of group)
      for (const term of this.vectors[at]?.terms ?? []) inside.set(term, (inside.get(term) ?? 0) + 1)
    const sums = new Map<number, number>()
    const rest = this.size - group.length
    for (const [term, here] of inside) {
      const there = (this.quotesWith[term]?.length ?? 0) - here
      if (here < Math.max(2, group.length / 3) || here / group.length <= there / Math.max(1, rest)) continue
      sums.set(term, surprise(here, group.length, there, rest))
    }
    return this.heaviest(sums, most)
  }

  private heaviest(sums: ReadonlyMap<number, number>, most: number): string[] {
    const isCommon = ([term]: [number, number]) => (this.quotesWith[term]?.length ?? 0) > this.size * COMMON
    const sorted = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const rarer = sorted.filter(entry => !isCommon(entry))
    return (rarer.length > 0 ? rarer : sorted).slice(0, most).map(([term]) => this.names[term] ?? '')
  }
}

/** The log-likelihood ratio of a word that `a` of `n` quotes here and `b` of `m` there have. */
function surprise(a: number, n: number, b: number, m: number): number {
  const share = (a + b) / (n + m)
  const part = (seen: number, expected: number) => (seen === 0 ? 0 : seen * Math.log(seen / expected))
  return 2 * (part(a, n * share) + part(b, m * share))
}

/** For each word the shorter one of which it is a form. Words that are everywhere have no forms: than is not thank. */
function stemsOf(spread: ReadonlyMap<string, number>, most: number): Map<string, string> {
  const stems = new Map<string, string>()
  const sorted = [...spread.keys()].sort()
  let open: string[] = []
  for (const word of sorted) {
    open = open.filter(stem => word.startsWith(stem) && word.length - stem.length <= ENDING)
    const [stem] = open
    if (stem !== undefined) stems.set(word, stem)
    else if (word.length >= STEM && (spread.get(word) ?? 0) <= most) open.push(word)
  }
  return stems
}

/** A number for each word with its forms, and the form that most quotes have. */
function numbered(spread: ReadonlyMap<string, number>, stems: ReadonlyMap<string, string>) {
  const numbers = new Map<string, number>()
  const names: string[] = []
  const best: number[] = []
  for (const [word, count] of spread) {
    const stem = stems.get(word) ?? word
    const number = numbers.get(stem) ?? names.length
    numbers.set(stem, number)
    numbers.set(word, number)
    if (count > (best[number] ?? 0)) {
      best[number] = count
      names[number] = word
    }
  }
  return { numbers, names }
}

function vectorOf(
  terms: ReadonlyMap<number, number>,
  rarity: (term: number) => number,
  tells: (term: number) => boolean,
): WordVector {
  const weighed = [...terms]
    .filter(([term]) => tells(term))
    .map(([term, count]) => ({ term, weight: (1 + Math.log(count)) * rarity(term) }))
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, MOST_WORDS)
  const length = Math.hypot(...weighed.map(({ weight }) => weight)) || 1
  return {
    terms: Int32Array.from(weighed, ({ term }) => term),
    weights: Float32Array.from(weighed, ({ weight }) => weight / length),
  }
}

/** For each word the quotes that have it, and its weight in each. */
function inverted(vectors: readonly WordVector[], count: number) {
  const quotes: number[][] = Array.from({ length: count }, () => [])
  const weights: number[][] = Array.from({ length: count }, () => [])
  for (const [at, vector] of vectors.entries()) {
    for (const [index, term] of vector.terms.entries()) {
      quotes[term]?.push(at)
      weights[term]?.push(vector.weights[index] ?? 0)
    }
  }
  return {
    quotesWith: quotes.map(list => Int32Array.from(list)),
    weightsIn: weights.map(list => Float32Array.from(list)),
  }
}
