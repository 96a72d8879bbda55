/** Inner and outer white space made single and none. */
export function tidy(text: string): string {
  const inner = text.trim()
  return /\s\s|[^\S ]/.test(inner) ? inner.replace(/\s+/g, ' ') : inner
}

/** The form in which names are compared: without case, spelling of white space, or composition of accents. */
export function fold(text: string): string {
  return tidy(text).normalize('NFC').toLowerCase()
}

/** Words of a name without accents and punctuation, as in `quoteId` → `quote id`, `Schmerzpunkte (1)` → `schmerzpunkte 1`. */
export function words(text: string): string {
  return tidy(
    text
      .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' '),
  )
}

/** At most `max` UTF-16 code units, without splitting a character. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')
}
