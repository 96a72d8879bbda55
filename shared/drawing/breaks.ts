/** A run of text that stays on one line, and the white space that follows it. */
export type Piece = { readonly word: string; readonly space: string }

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Not the spaces that were typed to hold two words together. */
const SPACE = /^[^\S\u00A0\u202F\u2060]+$/u
/** Scripts that break between any two characters. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFF60]/u
/** Scripts without spaces, where the dictionary's words are what breaks. */
const SPACELESS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Never at the start of a line. */
const CLOSING = /^[\p{Pe}\p{Pf}!%,.:;?}…、。々〻ー・‥！％，．：；？～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"']/u
/** Never at the end of a line. */
const OPENING = /[\p{Ps}\p{Pi}\p{Sc}"']$/u
/** A line may end behind these inside a word. */
const HYPHEN = /[\p{L}\p{N}][-‐–—/\u200B\u00AD]$/u

/** What a person sees as one character: never split. */
export function* graphemes(text: string): Generator<string> {
  for (const { segment } of characters.segment(text)) yield segment
}

function canBreak(before: string, after: string): boolean {
  if (CLOSING.test(after) || OPENING.test(before)) return false
  const end = before.slice(-2)
  if (IDEOGRAPH.test(end) || IDEOGRAPH.test(after)) return true
  if (SPACELESS.test(end) && SPACELESS.test(after)) return true
  return HYPHEN.test(end) && /^[\p{L}\p{N}]/u.test(after)
}

/** Text in which lines end at spaces, and behind a hyphen or slash between letters or digits, and nowhere else. */
const PLAIN = /^[\x20-\x7E\u2018\u2019\u201C\u201D]*$/

/** Cuts one paragraph where a line may end. Lazy, since of a long quote only the first lines are shown. */
export function pieces(paragraph: string): Iterable<Piece> {
  // The dictionary takes many times as long, and a large map is opened with thousands of texts.
  return PLAIN.test(paragraph) ? plainPieces(paragraph) : piecesBySegmenter(paragraph)
}

function* plainPieces(text: string): Generator<Piece> {
  let at = 0
  while (at < text.length) {
    const behind = text.indexOf(' ', at)
    const end = hyphenEnd(text, at, behind < 0 ? text.length : behind)
    let next = end
    while (text.charCodeAt(next) === 0x20) next += 1
    yield { word: text.slice(at, end), space: text.slice(end, next) }
    at = next
  }
}

/** Where the first part of a word ends: behind a hyphen or slash between letters or digits, or with the word. */
function hyphenEnd(text: string, start: number, end: number): number {
  for (let at = start + 1; at < end - 1; at += 1) {
    const code = text.charCodeAt(at)
    const joins = code === 0x2d || code === 0x2f
    if (joins && isAlphanumeric(text.charCodeAt(at - 1)) && isAlphanumeric(text.charCodeAt(at + 1))) return at + 1
  }
  return end
}

function isAlphanumeric(code: number): boolean {
  const letter = code | 0x20
  return (code >= 0x30 && code <= 0x39) || (letter >= 0x61 && letter <= 0x7a)
}

/** The same for any script. */
export function* piecesBySegmenter(paragraph: string): Generator<Piece> {
  let word = ''
  let space = ''
  for (const { segment } of words.segment(paragraph)) {
    if (SPACE.test(segment)) {
      space += segment
      continue
    }
    for (const part of IDEOGRAPH.test(segment) ? graphemes(segment) : [segment]) {
      if (space !== '' || (word !== '' && canBreak(word, part))) {
        yield { word, space }
        word = ''
        space = ''
      }
      word += part
    }
  }
  if (word !== '' || space !== '') yield { word, space }
}
