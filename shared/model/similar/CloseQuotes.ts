/** A quote as its words with their weights, the heaviest first; the squares of the weights add up to 1. */
export type WordVector = { readonly terms: Int32Array; readonly weights: Float32Array }

/** Sums of rounded weights may differ from their bounds by so much. */
const ROUNDING = 1e-5

/**
 * Finds the quotes that are at least so much alike, exactly, without looking at most of the others (R. Bayardo, Y. Ma and
 * R. Srikant, “Scaling up all pairs similarity search”, 2007; the bounds by length as in D. Anastasiu and G. Karypis, “L2AP”,
 * 2014). Of each quote the lightest words are left out of the index as long as they alone could not make it alike to
 * anything: those are the words that most quotes have, and so nearly all of the work.
 */
export class CloseQuotes {
  private readonly vectors: readonly WordVector[]
  private readonly least: number
  /** For each quote how many of its words are in the index, and the length of the rest. */
  private readonly indexed: Int32Array
  private readonly restLength: Float32Array
  /** For each word the quotes that are found by it, in their order, and its weight in each. */
  private readonly quotesWith: Int32Array[]
  private readonly weightsIn: Float32Array[]
  private readonly scores: Float32Array
  private readonly touched: Int32Array
  /** The weights of the quote that is looked at, by word. */
  private readonly own: Float32Array

  /** `words` is how many there are in all; `least` is above 0 and at most 1. */
  constructor(vectors: readonly WordVector[], words: number, least: number) {
    this.vectors = vectors
    this.least = least
    this.indexed = new Int32Array(vectors.length)
    this.restLength = new Float32Array(vectors.length)
    const counts = new Int32Array(words)
    for (const [at, { terms, weights }] of vectors.entries()) {
      const { kept, rest } = heavyPart(weights, least)
      this.indexed[at] = kept
      this.restLength[at] = rest
      for (let each = 0; each < kept; each++) (counts[terms[each] as number] as number)++
    }
    this.quotesWith = Array.from(counts, count => new Int32Array(count))
    this.weightsIn = Array.from(counts, count => new Float32Array(count))
    const filled = new Int32Array(words)
    for (const [at, { terms, weights }] of vectors.entries()) {
      for (let each = 0; each < (this.indexed[at] as number); each++) {
        const term = terms[each] as number
        const place = (filled[term] as number)++
        ;(this.quotesWith[term] as Int32Array)[place] = at
        ;(this.weightsIn[term] as Float32Array)[place] = weights[each] as number
      }
    }
    this.scores = new Float32Array(vectors.length)
    this.touched = new Int32Array(vectors.length)
    this.own = new Float32Array(words)
  }

  /** Calls `found` for each of the quotes before the place `until` that is alike to the one at a place, without itself. */
  visit(at: number, found: (other: number, likeness: number) => void, until: number = this.vectors.length): void {
    const vector = this.vectors[at]
    if (!vector) return
    const { least, scores, touched, own } = this
    const { terms, weights } = vector
    let many = 0
    for (let index = 0; index < terms.length; index++) {
      const term = terms[index] as number
      const weight = weights[index] as number
      own[term] = weight
      const others = this.quotesWith[term] as Int32Array
      const theirs = this.weightsIn[term] as Float32Array
      for (let each = 0; each < others.length; each++) {
        const other = others[each] as number
        if (other >= until) break
        const score = scores[other] as number
        if (score === 0) touched[many++] = other
        scores[other] = score + weight * (theirs[each] as number)
      }
    }
    for (let each = 0; each < many; each++) {
      const other = touched[each] as number
      const score = scores[other] as number
      scores[other] = 0
      if (other === at || score + (this.restLength[other] as number) < least - ROUNDING) continue
      const likeness = score + this.restOf(other)
      if (likeness >= least) found(other, Math.min(1, likeness))
    }
    for (let index = 0; index < terms.length; index++) own[terms[index] as number] = 0
  }

  /** What the words of a quote that are not in the index add. */
  private restOf(other: number): number {
    const { terms, weights } = this.vectors[other] as WordVector
    let sum = 0
    for (let index = this.indexed[other] as number; index < terms.length; index++) {
      sum += (this.own[terms[index] as number] as number) * (weights[index] as number)
    }
    return sum
  }
}

/** How many of the heaviest words are needed so that the length of the others is below the likeness that is asked for. */
function heavyPart(weights: Float32Array, least: number): { kept: number; rest: number } {
  let square = 0
  let kept = weights.length
  while (kept > 0) {
    const more = square + (weights[kept - 1] as number) ** 2
    if (Math.sqrt(more) >= least - ROUNDING) break
    square = more
    kept -= 1
  }
  return { kept, rest: Math.sqrt(square) }
}
