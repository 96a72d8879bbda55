import { currencyBefore, unitAfter } from './amounts.ts'
import { phoneEnd } from './phones.ts'
import type { RedactionKind, Span } from './span.ts'

/**
 * What a piece that starts with this group of digits is: a kind to remove, or `null` for something that stays whole
 * (a date, a price). The first shape that fits decides, so the order is the grammar.
 *
 * A shape looks at its own characters and at letters around them, never at digits further on. So removing a later
 * number cannot change the reading of an earlier one, and reading a redacted text again removes nothing more.
 */
type Shape = {
  kind: RedactionKind | null
  /** Where the piece ends; undefined when this shape does not fit. */
  end(text: string, start: number): number | undefined
}

/** A shape given by a pattern from the first digit on; `only` looks at what was found. */
function shape(
  kind: RedactionKind | null,
  pattern: RegExp,
  only: (piece: string, text: string, start: number, end: number) => boolean = () => true,
): Shape {
  const sticky = new RegExp(`(?:${pattern.source})(?!\\d)`, 'y')
  return {
    kind,
    end(text, start) {
      sticky.lastIndex = start
      const piece = sticky.exec(text)?.[0]
      if (piece === undefined) return undefined
      return only(piece, text, start, start + piece.length) ? start + piece.length : undefined
    },
  }
}

/** Whether three numbers can be day, month and year in one of the usual orders. */
function isDate(piece: string): boolean {
  const [a = 0, b = 0] = piece.split(/\D+/).map(Number)
  return (a >= 1 && a <= 31 && b >= 1 && b <= 12) || (a >= 1 && a <= 12 && b >= 1 && b <= 31)
}

/** Whether eight digits are a day written in one piece, as in 20210930 or 30092021. */
function isCompactDate(piece: string): boolean {
  const read = (year: string, month: string, day: string) =>
    /^(?:19|20)/.test(year) && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return (
    read(piece.slice(0, 4), piece.slice(4, 6), piece.slice(6, 8)) ||
    (piece.length === 8 && read(piece.slice(4), piece.slice(2, 4), piece.slice(0, 2)))
  )
}

function isAmount(_piece: string, text: string, start: number, end: number): boolean {
  return currencyBefore(text, start) || unitAfter(text, end)
}

/** A row of round numbers, or one with a unit behind it, is a list: "10 15 20 25", "100 200 300 grams". */
function isNoList(piece: string, text: string, _start: number, end: number): boolean {
  return !unitAfter(text, end) && piece.split(/\D/).some(group => Number(group) % 5 !== 0)
}

const SORT_CODE = /(?<!\p{L})(?:sort ?code|s\/c|account|bank)[^\d\n]{0,20}$/iu
const PHONE_WORDS =
  'tel|telephone|phone|mobile|mob|cell|fax|whatsapp|sms|contact|telefon|telefonnummer|handy|rufnummer|mobil|tél|' +
  'téléphone|portable|móvil|movil|teléfono|telefono|cellulare|telefoon|telefoonnummer|telemóvel|telefone|puh|puhelin|' +
  'tlf|komórka|(?:call|ring|text|reach)(?: (?:me|us|him|her|them))?(?: (?:on|at))?'
const PHONE_LINKS = 'number|numbers|no|nr|num|nummer|is|was|ist|est|es|on|at|me|us|under|unter|på|til|till|al|au|ao|op'
const PHONE = new RegExp(`(?<!\\p{L})(?:${PHONE_WORDS})(?:[ .:,#()-]{1,3}(?:${PHONE_LINKS}))*[ .:,#(-]{0,3}$`, 'iu')

/** Longest text before a number that can announce it. */
const REACH = 48

function announcedBy(pattern: RegExp) {
  return (_piece: string, text: string, start: number) => pattern.test(text.slice(Math.max(0, start - REACH), start))
}

const SHAPES: readonly Shape[] = [
  // Dates and times that a looser shape below would take.
  shape('phone', /0\d([ .-])\d\d(?:\1\d\d){3}/),
  shape('phone', /\d\d([ .-])\d\d(?:\1\d\d){2}/, announcedBy(PHONE)),
  shape('account', /\d\d[ -]\d\d[ -]\d\d(?:[ ,/]{1,2}\d{8})?/, announcedBy(SORT_CODE)),
  shape('account', /\d\d-\d\d-\d\d[ ,/]{1,2}\d{8}/),
  shape(null, /(?:19|20)\d\d([-/. ])\d{1,2}\1\d{1,2}/),
  shape(null, /\d{1,2}([-/. ])\d{1,2}\1(?:(?:19|20)\d\d|\d\d)/, isDate),
  shape(null, /[0-2]?\d[.:h][0-5]\d(?: ?- ?| )[0-2]?\d[.:h][0-5]\d/),
  shape(null, /[0-2]\d[0-5]\d ?- ?[0-2]\d[0-5]\d/),
  shape(null, /(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d|\d\d)/),
  // Cards, national numbers, prices.
  shape('account', /\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}/),
  shape('account', /3\d{3}([ -])\d{6}\1\d{5}/),
  shape(null, /\d+(?:[ .,']\d{3}){0,6}(?:[.,]\d{1,2})?/, isAmount),
  shape('reference', /\d{3}-\d\d-\d{4}/),
  shape('reference', /\d{3}[ -]\d{3}[ -]\d{4}/, announcedBy(/\bNHS[^\d\n]{0,20}$/i)),
  // Phones.
  { kind: 'phone', end: phoneEnd },
  shape('phone', /(?:1[ .-])?\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}/),
  shape('phone', /\d{6}|\d{1,5}(?:[ ./()-]{1,2}\d{1,8}){1,5}|\d{1,5}/, (piece, text, start) => {
    const length = piece.replace(/\D/g, '').length
    return length >= 6 && length <= 15 && announcedBy(PHONE)(piece, text, start)
  }),
  // Counts and measures that are written in groups.
  shape(null, /\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?/),
  shape(null, /\d{1,3}(?:'\d{3}){1,6}(?:\.\d+)?/),
  shape(null, /\d{1,3}([ .])\d{3}(?:\1\d{3}){0,5}\1(?:000)/),
  shape(null, /\d{1,2}([ .])\d{3}(?:\1\d{3}){1,6}/),
  shape(null, /\d{1,3}([ .])\d{3}(?:\1\d{3}){2,6}/),
  shape(null, /\d{1,3}\.\d{4,}/),
  shape(null, /\d+[.,]\d\d/),
  shape(null, /[0-2]?\d\.[0-5]\d/),
  // Phones without a leading nought, sort codes, and what is left: a long run.
  shape('phone', /\d{3}([ .-])\d{3}\1\d{3}/, isNoList),
  shape('phone', /\d\d \d{3} \d\d \d\d|\d{3} \d\d \d\d \d\d|\d{3} \d\d \d{3}|\d\d \d\d \d\d \d\d/, isNoList),
  shape('account', /\d\d-\d\d-\d\d/),
  shape(null, /\d{8}|\d{12}|\d{14}/, isCompactDate),
  shape('account', /\d{16}/),
  shape('reference', /\d{7,}/),
]

/** Phone, account, card and reference numbers that show by their own form, and long runs of digits. */
export function findNumbers(text: string): Span[] {
  const spans: Span[] = []
  const group = /\d+/g
  for (let match = group.exec(text); match; match = group.exec(text)) {
    for (const { kind, end } of SHAPES) {
      const stop = end(text, match.index)
      if (stop === undefined) continue
      if (kind) spans.push({ start: opening(text, match.index, spans.at(-1)?.end ?? 0), end: stop, kind })
      group.lastIndex = stop
      break
    }
  }
  return spans
}

/** A bracket or plus that belongs to the number after it. */
function opening(text: string, start: number, floor: number): number {
  let at = start
  while (at > floor && (text[at - 1] === '(' || text[at - 1] === '+')) at--
  return at
}
