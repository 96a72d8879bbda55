import { type ExcerptSpan, excerptSpan } from '#shared/model/evidence/words.ts'
import type { TextSpan } from '#shared/util/blackened.ts'

/** Which end of an excerpt is moved, and to which side of the text. */
export type EndMove = { readonly end: 'start' | 'end'; readonly by: -1 | 1 }

/** An excerpt with one of its ends a word further; null where there is no word to take in, or none to spare. */
export function movedEnd(
  text: string,
  words: readonly TextSpan[],
  span: ExcerptSpan,
  { end, by }: EndMove,
): ExcerptSpan | null {
  const { start } = span
  const isInside = (word: TextSpan) => word.start < span.end && word.end > start
  const to = (() => {
    if (end === 'start' && by < 0) return words.findLast(word => word.start < start)?.start
    if (end === 'start') return words.filter(isInside).find(word => word.start > start)?.start
    if (by > 0) return words.find(word => word.end > span.end)?.end
    return words.filter(isInside).findLast(word => word.end < span.end)?.end
  })()
  return to === undefined
    ? null
    : excerptSpan(text, end === 'start' ? { start: to, end: span.end } : { start, end: to })
}

/** A stretch of a text and the excerpts that hold it, so that excerpts may lie over each other. */
export type Stretch = { readonly start: number; readonly end: number; readonly of: readonly string[] }

/** A text from its beginning to its end, cut wherever an excerpt begins or ends. */
export function stretches(length: number, excerpts: readonly (ExcerptSpan & { readonly id: string })[]): Stretch[] {
  const ends = excerpts.flatMap(({ start, end }) => [start, end]).filter(at => at > 0 && at < length)
  const cuts = [0, ...new Set(ends), length].sort((a, b) => a - b)
  return cuts.slice(0, -1).flatMap((start, at) => {
    const end = cuts[at + 1] ?? length
    const of = excerpts.filter(one => one.start <= start && one.end >= end && one.end > one.start)
    return end > start ? [{ start, end, of: of.map(({ id }) => id) }] : []
  })
}
