/** What people see as one character may be several code points: a letter with its accents, a family of emoji. */
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** UTF-16 code units around a place that tell whether it lies inside a character. Longer ones are nobody's words. */
const AROUND = 64

/** From here on code units may belong to the one before them; so may line feeds after carriage returns. */
const FIRST_JOINING = 0x300

/** The character around a place of a text, `start` < place < `end`; null where the place lies between two. */
function characterAround(text: string, at: number): { start: number; end: number } | null {
  if (at <= 0 || at >= text.length) return null
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  if (after < FIRST_JOINING && before < FIRST_JOINING && after !== 0x0a) return null
  const from = Math.max(0, at - AROUND)
  const found = characters.segment(text.slice(from, at + AROUND)).containing(at - from)
  const start = from + (found?.index ?? at - from)
  return start === at ? null : { start, end: start + (found?.segment.length ?? 0) }
}

/** The last place at or before this one that halves no character. In UTF-16 code units. */
export function characterStart(text: string, at: number): number {
  return characterAround(text, at)?.start ?? Math.min(Math.max(at, 0), text.length)
}

/** The first place at or after this one that halves no character. In UTF-16 code units. */
export function characterEnd(text: string, at: number): number {
  return characterAround(text, at)?.end ?? Math.min(Math.max(at, 0), text.length)
}
