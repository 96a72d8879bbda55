/** The mark that stands for one removed character. */
export const MARK = '█'

/** Zeros of the decimal digits of other scripts, each followed by its nine: Arabic, Persian, Devanagari, full width. */
const OTHER_ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10]

function plainDigit(character: string): string {
  const code = character.charCodeAt(0)
  const zero = OTHER_ZEROS.find(start => code >= start && code <= start + 9)
  return zero === undefined ? character : String(code - zero)
}

/**
 * The text as the searches read it: other scripts' digits, spaces and dashes replaced by plain ones, each by exactly
 * one code unit, so that every position means the same in both.
 */
export function shadow(text: string): string {
  if (!/[^\n\r\t -~]/.test(text)) return text
  return text
    .replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19]/g, plainDigit)
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\uFF0D]/g, '-')
    .replace(/\uFF20/g, '@')
    .replace(/\uFF0B/g, '+')
}

/** `text` with every code unit within the spans replaced by a mark. Spans are in order and do not overlap. */
export function blacken(text: string, spans: readonly { start: number; end: number }[]): string {
  if (spans.length === 0) return text
  const parts: string[] = []
  let from = 0
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), MARK.repeat(end - start))
    from = end
  }
  parts.push(text.slice(from))
  return parts.join('')
}
