/** One thing that somebody said. `line` is the line of the file, from 1; `at` seconds from the beginning, if known. */
export type Turn = { line: number; at: number | null; speaker: string; words: string }

/** A speaker's name is short: longer ones are sentences with a colon in them. In UTF-16 code units. */
const MAX_SPEAKER = 60

const CLOCK = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`
/** `[00:12:03]`, `(12:03)`, `00:12:03`, at the beginning of a line. */
const TIME_FIRST = new RegExp(
  String.raw`^\s*[[(<]?(${CLOCK})[\])>]?(?:\s*(?:-->|–|-)\s*[[(]?${CLOCK}[\])]?)?\s*(?:[-–—|]\s*)?`,
)
/** `Name (12:03)`, `Name [00:12:03]`, `Name  12:03`, as the rest of a line. */
const TIME_LAST = new RegExp(String.raw`^(.*?)[\s,]*[[(]?(${CLOCK})[\])]?\s*$`)
const NAME = String.raw`^\s*([^:：\n]{1,${MAX_SPEAKER}}?)`
/** `Name:`, also in bold as editors write it (`**Name:**`). */
const LABEL = new RegExp(String.raw`${NAME}\s*[:：](?!//)\**(?:\s+|$|(?<=：))`)
/** `Name (12:03):`, with or without the colon. */
const TIMED_LABEL = new RegExp(String.raw`${NAME}\s*[[(](${CLOCK})[\])]\s*[:：]?\**(?:\s+|$)`)

/** Seconds that a clock such as `01:12:03.5` or `12:03` stands for. */
export function secondsOf(clock: string): number {
  return clock
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0)
}

/** The speaker at the beginning of a piece of text, and what follows; null when nobody is named there. */
export function labelOf(text: string): { speaker: string; at: number | null; rest: string } | null {
  const timed = TIMED_LABEL.exec(text)
  const found = timed ?? LABEL.exec(text)
  const speaker = nameIn(found?.[1] ?? '')
  if (!found || speaker === null) return null
  return { speaker, at: timed ? secondsOf(timed[2] ?? '') : null, rest: text.slice(found[0].length) }
}

/** A name as transcripts write it: a few words without the marks of a sentence. */
function nameIn(text: string): string | null {
  const name = text.replace(/^[\s>*•–-]+|[\s*]+$/g, '')
  const words = name.split(/\s+/)
  const isName =
    name !== '' &&
    /[\p{L}\p{N}]/u.test(name) &&
    words.length <= 5 &&
    !/[!?"“”;…]|[.,](?=\s|$)(?<!\b\p{L}{1,3}[.,])/u.test(name)
  return isName ? name : null
}

type Piece = { line: number; at: number | null; label: { speaker: string; rest: string } | null; text: string }

/**
 * The turns of a plain transcript: `Name: words`, `[00:12:03] Name: words`, `Name (12:03): words`, or a line with name and
 * time above the words. Lines without a name belong to the turn before; an empty line in it is kept as a paragraph. What
 * stands before the first name (a title, a date) is left out. A name counts when it speaks more than once, or when it is
 * written as names are and never within a turn's flow.
 */
export function readTurns(text: string): Turn[] {
  const pieces = text.split(/\r\n?|\n/).map((written, index) => pieceOf(written, index + 1))
  const speaks = new Map<string, number>()
  for (const { label } of pieces) if (label) speaks.set(label.speaker, (speaks.get(label.speaker) ?? 0) + 1)
  const isSpeaker = ({ label, at }: Piece) =>
    label !== null && (at !== null || (speaks.get(label.speaker) ?? 0) > 1 || isWrittenAsName(label.speaker))

  const turns: (Turn & { words: string })[] = []
  let isBlank = false
  let at: number | null = null
  for (const piece of pieces) {
    if (piece.at !== null) at = piece.at
    if (piece.label && isSpeaker(piece)) {
      turns.push({ line: piece.line, at, speaker: piece.label.speaker, words: piece.label.rest.trim() })
      at = null
    } else if (piece.text.trim() === '') {
      // A time alone in its line is that of the next turn.
      isBlank = turns.at(-1)?.words !== ''
      continue
    } else {
      const turn = turns.at(-1)
      if (turn) turn.words += `${turn.words === '' ? '' : isBlank ? '\n\n' : '\n'}${piece.text.trim()}`
    }
    isBlank = false
  }
  return turns.filter(({ words }) => words !== '')
}

function pieceOf(written: string, line: number): Piece {
  const time = TIME_FIRST.exec(written)
  const text = time ? written.slice(time[0].length) : written
  const at = time ? secondsOf(time[1] ?? '') : null
  const label = labelOf(text)
  if (label) return { line, at: at ?? label.at, label, text }
  // Name and time alone in a line, as the recorders of calls write it, or a time and a name.
  const isShort = text.length <= MAX_SPEAKER + 20
  const alone = isShort ? TIME_LAST.exec(text) : null
  const speaker = alone ? nameIn(alone[1] ?? '') : time && isShort ? nameIn(text) : null
  if (speaker !== null && isWrittenAsName(speaker)) {
    return { line, at: alone ? secondsOf(alone[2] ?? '') : at, label: { speaker, rest: '' }, text }
  }
  return { line, at, label: null, text }
}

/** Every word begins with a capital or a digit; scripts without capitals pass with up to three words. */
function isWrittenAsName(name: string): boolean {
  const words = name.split(/[\s/_-]+/)
  if (!/[\p{Ll}\p{Lu}]/u.test(name)) return words.length <= 3
  return words.every(word => /^[\p{Lu}\p{Lt}\p{N}(]/u.test(word)) || words.length === 1
}
