import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CloseQuotes, type WordVector } from './CloseQuotes.ts'

const WORDS = 12

/** A quote’s words with how often each is said, made as long as any other. */
const vector = fc.uniqueArray(
  fc.record({ term: fc.nat({ max: WORDS - 1 }), weight: fc.double({ min: 0.05, max: 4, noNaN: true }) }),
  { selector: ({ term }) => term, maxLength: 8 },
)

function vectorOf(said: readonly { term: number; weight: number }[]): WordVector {
  const sorted = said.toSorted((a, b) => b.weight - a.weight || a.term - b.term)
  const length = Math.hypot(...sorted.map(({ weight }) => weight)) || 1
  return {
    terms: Int32Array.from(sorted, ({ term }) => term),
    weights: Float32Array.from(sorted, ({ weight }) => weight / length),
  }
}

function likenessOf(a: WordVector, b: WordVector): number {
  const weightIn = new Map([...b.terms].map((term, index) => [term, b.weights[index] ?? 0]))
  return a.terms.reduce((sum, term, index) => sum + (a.weights[index] ?? 0) * (weightIn.get(term) ?? 0), 0)
}

describe('quotes that are at least so much alike', () => {
  it('are all found, and no others, whatever is left out of the index', () => {
    const least = fc.constantFrom(0.12, 0.2, 0.3, 0.7)
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 20 }), least, (said, least) => {
        const vectors = said.map(vectorOf)
        const close = new CloseQuotes(vectors, WORDS, least)
        for (const [at, one] of vectors.entries()) {
          const found = new Map<number, number>()
          close.visit(at, (other, likeness) => found.set(other, likeness))
          for (const [other, another] of vectors.entries()) {
            const likeness = likenessOf(one, another)
            // Within rounding of the border both answers are right.
            if (other === at || Math.abs(likeness - least) < 1e-4) continue
            expect(found.has(other)).toBe(likeness > least)
            if (likeness > least) expect(found.get(other)).toBeCloseTo(Math.min(1, likeness), 4)
          }
          expect(found.has(at)).toBe(false)
        }
      }),
    )
  })

  it('are met once as a pair by whoever looks only back', () => {
    const vectors = [0, 1, 2].map(() => vectorOf([{ term: 0, weight: 1 }]))
    const close = new CloseQuotes(vectors, WORDS, 0.5)
    const pairs: number[][] = []
    for (const at of vectors.keys()) close.visit(at, other => pairs.push([at, other]), at)
    expect(pairs).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
    ])
  })
})
