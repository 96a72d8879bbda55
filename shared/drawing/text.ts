import { graphemes, type Piece, pieces } from './breaks.ts'

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
/** The first letter of most texts by far, told without the tables of all scripts. */
const LATIN_FIRST = /^[^A-Za-z\u0080-\uFFFF]*[A-Za-z]/

/** The direction of a paragraph: that of its first letter. */
export function directionOf(text: string): Direction {
  if (LATIN_FIRST.test(text)) return 'ltr'
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
  for (const paragraph of `${quotes[0]}${words}${quotes[1]}`.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const dir = directionOf(paragraph)
    for (const line of fill(paragraph, font, width, measure)) {
      const last = lines.length === maxLines ? lines.pop() : undefined
      if (last) {
        lines.push({ ...last, ...shorten(last.text, mark + quotes[1], font, width, measure) })
        return lines
      }
      lines.push({ ...line, dir })
    }
  }
  return lines
}

/**
 * The lines of one paragraph; one empty line for an empty paragraph. Widths are added up from words, which recur and
 * are remembered, since measuring every line anew takes most of the time of a drawing.
 */
function* fill(paragraph: string, font: Font, width: number, measure: Measure): Generator<Omit<Line, 'dir'>> {
  let text = ''
  /** Of the text up to its last word, and with the space behind that. */
  let used = 0
  let next = 0
  let oneSpace: number | undefined
  for (const { word, space } of pieces(paragraph)) {
    const wide = measure(word, font)
    if (text !== '' && next + wide > width) {
      yield { text: text.trimEnd(), width: used }
      text = ''
      next = 0
    }
    if (wide <= width) {
      text += word
      used = next + wide
    } else {
      for (const character of graphemes(word)) {
        const longer = measure(text + character, font)
        if (text !== '' && longer > width) {
          yield { text, width: used }
          text = ''
        }
        text += character
        used = text === character ? measure(character, font) : longer
      }
    }
    text += space
    if (space === ' ') oneSpace ??= measure(space, font)
    next = used + (space === '' ? 0 : space === ' ' ? (oneSpace ?? 0) : measure(space, font))
  }
  yield { text: text.trimEnd(), width: used }
}

/**
 * Leaves out words, then characters, from the end until the mark fits behind them. Of a line that is cut between words
 * the width is added up from words as well: a whole line hardly ever recurs.
 */
function shorten(line: string, mark: string, font: Font, width: number, measure: Measure): Omit<Line, 'dir'> {
  const parts = [...pieces(line)]
  const [, space = '', end = mark] = /^( ?)(.*)$/su.exec(mark) ?? []
  const marked = (last: string) =>
    space === '' ? measure(last + end, font) : measure(last, font) + measure(space, font) + measure(end, font)
  const starts = [0]
  for (const [at, { word, space }] of parts.entries()) {
    starts.push((starts[at] ?? 0) + measure(word, font) + (space === '' ? 0 : measure(space, font)))
  }
  for (let count = parts.length; count > 0; count--) {
    const wide = (starts[count - 1] ?? 0) + marked(parts[count - 1]?.word ?? '')
    if (wide <= width) return { text: parts.slice(0, count).map(wordAndSpace).join('').trim() + mark, width: wide }
  }
  const characters = [...graphemes(line)]
  for (let count = characters.length - 1; count > 0; count--) {
    const text = characters.slice(0, count).join('').trimEnd() + mark
    const wide = measure(text, font)
    if (wide <= width) return { text, width: wide }
  }
  const text = mark.trimStart()
  return { text, width: measure(text, font) }
}

const wordAndSpace = ({ word, space }: Piece) => word + space

/** Remembers measured widths, at most `bound` of them, for words recur all over a map. */
export function remembering(measure: Measure, bound = 50_000): Measure {
  /** Widths by text, for each font; equal fonts that are not the same object share theirs. */
  const widthsOf = new Map<string, Map<string, number>>()
  const known = new WeakMap<Font, Map<string, number>>()
  let count = 0

  function widths(font: Font): Map<string, number> {
    const key = `${font.family}${font.size} ${font.weight}${font.italic ? 'i' : ''}`
    const equal = widthsOf.get(key) ?? new Map<string, number>()
    widthsOf.set(key, equal)
    known.set(font, equal)
    return equal
  }

  return (text, font) => {
    const ofFont = known.get(font) ?? widths(font)
    const seen = ofFont.get(text)
    if (seen !== undefined) return seen
    // Starting over is rare and costs less than keeping track of what was used last.
    if (count >= bound) {
      for (const texts of widthsOf.values()) texts.clear()
      count = 0
    }
    const width = measure(text, font)
    ofFont.set(text, width)
    count += 1
    return width
  }
}
