/** Part of a text, `start` ≤ … < `end` in UTF-16 code units. */
export type TextSpan = { readonly start: number; readonly end: number }

/** What stands for each removed code unit. */
export const REMOVED = '█'

/**
 * The text with these spans blackened: every code unit of them becomes one █, so that the text keeps its length and a
 * span means the same before and after. Characters are never halved, and line breaks stay. Spans may overlap, and reach
 * over the ends.
 */
export function blackened(text: string, spans: readonly TextSpan[]): string {
  let rest = text
  for (const { start, end } of spans) {
    const from = isInside(text, start) ? start - 1 : Math.max(0, start)
    const to = isInside(text, end) ? end + 1 : Math.min(text.length, end)
    if (to <= from) continue
    rest = rest.slice(0, from) + rest.slice(from, to).replace(/[^\n\r]/g, REMOVED) + rest.slice(to)
  }
  return rest
}

/** Whether a place lies between the two halves of a character. */
function isInside(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1))
}
