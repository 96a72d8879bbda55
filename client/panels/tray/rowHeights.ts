import type { Quote } from '#shared/model/kinds.ts'
import { folded } from '../quotes/quoteWords.ts'

/** UTF-16 code units that three lines of a row mostly hold; longer words are cut with […]. */
const THREE_LINES = 105
/** Units that surely fit on one line of the drawer: fewer than mostly do, so that no line is lost. */
const ONE_LINE = 34
/** CSS px: the room around a row with its rule, a line of words, a line of facts with its gap. */
const AROUND = 21
const LINE = 22
const FACTS = 22

/** The words of a quote as its row shows them. */
export function rowWords({ text }: Pick<Quote, 'text'>): string {
  return folded(text, THREE_LINES) ?? text
}

/** How many lines are kept for the words, 1…3. Letters of scripts without spaces are about twice as wide. */
export function rowLines(words: string): number {
  let width = 0
  let lines = 1
  for (let at = 0; at < words.length && lines < 3; at++) {
    const unit = words.charCodeAt(at)
    if (unit === 10) {
      lines++
      width = 0
    } else {
      width += unit >= 0x2e80 ? 2.2 : 1
      if (width > ONE_LINE) {
        lines++
        width = 0
      }
    }
  }
  return lines
}

/** Height of a row, CSS px; `withPlace` adds the line that says where the quote lies. */
export function rowHeight(quote: Pick<Quote, 'text'>, withPlace: boolean): number {
  return AROUND + rowLines(rowWords(quote)) * LINE + FACTS + (withPlace ? FACTS : 0)
}

/** Where each row begins, CSS px from the top of the list, and at the end where the list ends. */
export function rowTops(quotes: readonly Pick<Quote, 'text'>[], withPlace: boolean): Float64Array {
  const tops = new Float64Array(quotes.length + 1)
  for (const [index, quote] of quotes.entries()) tops[index + 1] = (tops[index] ?? 0) + rowHeight(quote, withPlace)
  return tops
}
