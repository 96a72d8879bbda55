import { type Font, type Line, lineHeight, type Measure, wrap } from '../text.ts'

/** What a long text is made smaller by, and no more. */
const SHRUNK = [1, 0.85, 0.72, 0.62] as const

/** A text in the largest of a few sizes in which all of it has room; where none is small enough, cut. */
export function fitted(
  text: string,
  font: Font,
  width: number,
  room: number,
  measure: Measure,
): { font: Font; lines: Line[] } {
  let smaller = font
  for (const by of SHRUNK) {
    smaller = { ...font, size: Math.round(font.size * by) }
    const lines = wrap(text, smaller, width, Number.POSITIVE_INFINITY, measure)
    if (lines.length * lineHeight(smaller) <= room) return { font: smaller, lines }
  }
  const most = Math.max(1, Math.floor(room / lineHeight(smaller)))
  return { font: smaller, lines: wrap(text, smaller, width, most, measure) }
}
