import { graphemes, pieces } from './breaks.ts'

export type Font = {
  readonly family: 'sans' | 'serif'
  /** In map units. */
  readonly size: number
  readonly weight: 400 | 600
  readonly italic?: true
}

export type Direction = 'ltr' | 'rtl'

/** Width of a text on one line, in map units. Brought along by whoever can measure: a canvas. */
export type Measure = (text: string, font: Font) => number

export type Line = { readonly text: string; readonly width: number; readonly dir: Direction }

export type Wrapping = {
  /** Stands at the end of the last line when words had to be left out. Quotes: ` […]`, titles: `…`. */
  readonly mark?: string
  /** Quotation marks around the text; they stay when words are left out. */
  readonly quotes?: readonly [open: string, close: string]
}

/** Height of a line in map units. */
export function lineHeight(font: Font): number {
  return Math.round(font.size * 1.4)
}

/** From the top of a line to its baseline; between the two fonts' own values, on a whole unit so that text is crisp. */
export function baseline(font: Font): number {
  return Math.round(font.size * 1.06)
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}]/u
const FIRST_LETTER = /\p{L}/u

/** The direction of a paragraph: that of its first letter. */
export function directionOf(text: string): Direction {
  const letter = FIRST_LETTER.exec(text)?.[0]
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}

/**
 * Breaks a text into at most `maxLines` lines of at most `width` map units. Newlines break; a word that is too long is
 * broken between graphemes. Blank text gives no line.
 */
export function wrap(
  text: string,
  font: Font,
  width: number,
  maxLines: number,
  measure: Measure,
  { mark = '…', quotes = ['', ''] }: Wrapping = {},
): Line[] {
  const words = text.trim()
  if (words === '' || maxLines < 1) return []
  const lines: Line[] = []
  const add = (line: string, dir: Direction) => lines.push({ text: line, width: measure(line, font), dir })
  for (const paragraph of `${quotes[0]}${words}${quotes[1]}`.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const dir = directionOf(paragraph)
    for (const line of fill(paragraph, font, width, measure)) {
      const last = lines.length === maxLines ? lines.pop() : undefined
      if (last) {
        add(shorten(last.text, mark + quotes[1], font, width, measure), last.dir)
        return lines
      }
      add(line, dir)
    }
  }
  return lines
}

/** The lines of one paragraph; one empty line for an empty paragraph. */
function* fill(paragraph: string, font: Font, width: number, measure: Measure): Generator<string> {
  let line = ''
  let used = 0
  for (const { word, space } of pieces(paragraph)) {
    const wordWidth = measure(word, font)
    if (line !== '' && used + wordWidth > width) {
      yield line.trimEnd()
      line = ''
      used = 0
    }
    if (wordWidth <= width) {
      line += word
      used += wordWidth
    } else {
      for (const character of graphemes(word)) {
        if (line !== '' && measure(line + character, font) > width) {
          yield line
          line = ''
        }
        line += character
      }
      used = measure(line, font)
    }
    if (space !== '') {
      line += space
      used += measure(space, font)
    }
  }
  yield line.trimEnd()
}

/** Leaves out words, then characters, from the end until the mark fits behind them. */
function shorten(line: string, mark: string, font: Font, width: number, measure: Measure): string {
  const fits = (text: string) => measure(text.trimEnd() + mark, font) <= width
  if (fits(line)) return (line.trimEnd() + mark).trimStart()
  for (const parts of [[...pieces(line)].map(({ word, space }) => word + space), [...graphemes(line)]]) {
    for (let count = parts.length - 1; count > 0; count--) {
      const text = parts.slice(0, count).join('')
      if (fits(text)) return text.trimEnd() + mark
    }
  }
  return mark.trimStart()
}

/** Remembers measured widths, at most `bound` of them, for words recur all over a map. */
export function remembering(measure: Measure, bound = 50_000): Measure {
  const known = new Map<string, number>()
  return (text, font) => {
    const key = `${font.family}${font.size} ${font.weight}${font.italic ? 'i' : ''} ${text}`
    const seen = known.get(key)
    if (seen !== undefined) return seen
    // Starting over is rare and costs less than keeping track of what was used last.
    if (known.size >= bound) known.clear()
    const width = measure(text, font)
    known.set(key, width)
    return width
  }
}
