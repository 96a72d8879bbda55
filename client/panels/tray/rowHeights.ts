import { quoted } from '#shared/drawing/quoteMarks.ts'
import type { Quote } from '#shared/model/kinds.ts'
import { folded } from '../quotes/quoteWords.ts'

/** UTF-16 code units that three lines of a row mostly hold; longer words are cut with […]. */
const THREE_LINES = 105
/** Of words that are just not worth cutting; only those of scripts without spaces need more, and end with three dots. */
const MOST_LINES = 4
/** CSS px: the room around a row with its rule, a line of words, a line of facts with its gap. */
const AROUND = 21
const LINE = 22
const FACTS = 22
/** CSS px of a row's width that its words don't have: the room around it, and the bar with its room. */
const BESIDE = 45
/** A line is taken for a little shorter than it is: pairs of letters may stand further apart than alone. */
const CAUTION = 0.98
/** From this code unit on scripts break between any two letters. */
const WITHOUT_SPACES = 0x2e80

/** Width of one letter of a row's words, CSS px. */
export type LetterWidth = (letter: string) => number

/** About what letters have where nothing can be measured. */
export const usualWidth: LetterWidth = letter => (letter.charCodeAt(0) >= WITHOUT_SPACES ? 15 : 7.2)

/** Measures letters in a font, given as in CSS, each only once. */
export function measuredWidth(font: string): LetterWidth {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return usualWidth
  context.font = font
  const known = new Map<string, number>()
  return letter => {
    const width = known.get(letter) ?? context.measureText(letter).width
    known.set(letter, width)
    return width
  }
}

/** How the rows of a list are measured: its width in CSS px, and the letters of words that were heard or recalled. */
export type RowMeasure = { width: number; heard: LetterWidth; recalled: LetterWidth }

type RowQuote = Pick<Quote, 'text' | 'how'>

/** The words of a quote as its row shows them. */
export function rowWords({ text }: Pick<Quote, 'text'>): string {
  return folded(text, THREE_LINES) ?? text
}

/** How many lines the words need, 1…4: broken between words, and inside those that are longer than a line. */
function rowLines(words: string, room: number, letterWidth: LetterWidth): number {
  let lines = 1
  let before = 0
  let word = 0
  for (const letter of words) {
    if (letter === '\n') {
      lines++
      before = word = 0
    } else if (/\s/.test(letter)) {
      before += word + letterWidth(letter)
      word = 0
    } else {
      const width = letterWidth(letter)
      word += width
      if (before + word > room && before > 0) {
        lines++
        before = 0
      }
      if (word > room) {
        lines++
        word = width
      }
      if (letter === '-' || letter.charCodeAt(0) >= WITHOUT_SPACES) {
        before += word
        word = 0
      }
    }
    if (lines >= MOST_LINES) return MOST_LINES
  }
  return lines
}

/** How many lines are kept for the words of a quote, 1…4. */
export function quoteLines(quote: RowQuote, { width, heard, recalled }: RowMeasure): number {
  const words = rowWords(quote)
  const room = (width - BESIDE) * CAUTION
  return quote.how === 'recalled' ? rowLines(words, room, recalled) : rowLines(quoted(words), room, heard)
}

/** Height of a row, CSS px; `withPlace` adds the line that says where the quote lies. */
export function rowHeight(quote: RowQuote, withPlace: boolean, measure: RowMeasure): number {
  return AROUND + quoteLines(quote, measure) * LINE + FACTS + (withPlace ? FACTS : 0)
}

/** Where each row begins, CSS px from the top of the list, and at the end where the list ends. */
export function rowTops(quotes: readonly RowQuote[], withPlace: boolean, measure: RowMeasure): Float64Array {
  const tops = new Float64Array(quotes.length + 1)
  for (const [index, quote] of quotes.entries()) {
    tops[index + 1] = (tops[index] ?? 0) + rowHeight(quote, withPlace, measure)
  }
  return tops
}
