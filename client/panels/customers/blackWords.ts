import type { TextSpan } from '#shared/util/blackened.ts'

/** The words of a text in any script, in order; what is black already is none. */
export function wordsIn(text: string): TextSpan[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)
  return [...segments].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  )
}

/** The places of the words that a span touches. */
export function wordsWithin(words: readonly TextSpan[], { start, end }: TextSpan): number[] {
  return words.flatMap((word, place) => (word.start < end && word.end > start ? [place] : []))
}

/** Chosen words as spans. What stands between neighbours goes with them, so that nobody can tell names by their parts. */
export function spansOf(words: readonly TextSpan[], chosen: ReadonlySet<number>): TextSpan[] {
  const spans: { start: number; end: number }[] = []
  words.forEach(({ start, end }, place) => {
    if (!chosen.has(place)) return
    const last = spans.at(-1)
    if (last && chosen.has(place - 1)) last.end = end
    else spans.push({ start, end })
  })
  return spans
}
