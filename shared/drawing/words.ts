import type { Primitive, TextLine } from './scene.ts'
import { baseline, directionOf, type Font, type Line, lineHeight, type Measure, wrap } from './text.ts'
import type { Token } from './theme.ts'

/** Lines one under the other from `x`, `y`; lines that run right to left stand at the right edge. */
export function linesAt(
  lines: readonly Line[],
  font: Font,
  color: Token,
  x: number,
  y: number,
  width: number,
): TextLine[] {
  return lines.map((line, index) => ({
    type: 'text',
    x: line.dir === 'rtl' ? x + width : x,
    y: y + index * lineHeight(font) + baseline(font),
    text: line.text,
    font,
    color,
    dir: line.dir,
    anchor: line.dir === 'rtl' ? 'right' : 'left',
    width: line.width,
  }))
}

/** One line that is never wrapped; `anchor` says which end of it stands at `x`. */
export function label(
  text: string,
  font: Font,
  color: Token,
  x: number,
  y: number,
  measure: Measure,
  anchor: TextLine['anchor'] = 'left',
): TextLine {
  return {
    type: 'text',
    x,
    y: y + baseline(font),
    text,
    font,
    color,
    dir: directionOf(text),
    anchor,
    width: measure(text, font),
  }
}

/** So many lines where a text has its usual room, and more where it has less: the same words are shown. */
export function linesIn(width: number, usual: number, lines: number): number {
  return Math.ceil(lines * Math.max(1, usual / width))
}

/** Wraps and sets a text; tells how high it became. */
export function paragraph(
  text: string,
  font: Font,
  color: Token,
  x: number,
  y: number,
  width: number,
  maxLines: number,
  measure: Measure,
): { items: Primitive[]; height: number } {
  const lines = wrap(text, font, width, maxLines, measure)
  return { items: linesAt(lines, font, color, x, y, width), height: lines.length * lineHeight(font) }
}
