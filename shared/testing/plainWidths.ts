import { graphemes } from '../drawing/breaks.ts'
import type { Measure } from '../drawing/text.ts'

/** Widths without a canvas: half an em a character, a whole one for Chinese and emoji. */
export const plainWidths: Measure = (text, font) => {
  let ems = 0
  for (const character of graphemes(text))
    ems += /[\p{Script=Han}\u3000-\u303F\p{Extended_Pictographic}]/u.test(character) ? 1 : 0.5
  return ems * font.size
}
