import type { Span } from './span.ts'

/** Characters of an IBAN by country (ISO 13616 registry). */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AL: 28,
  AT: 20,
  BA: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TR: 26,
  UA: 29,
  XK: 20,
}

const START = /(?<![\p{L}\d█])([A-Z]{2})\d\d/giu

/** IBANs in one piece or in groups. Their check digits are not asked for: people mistype. */
export function findIbans(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(START)) {
    const length = LENGTHS[(match[1] as string).toUpperCase()]
    const end = length === undefined ? undefined : ibanEnd(text, match.index, length)
    if (end === undefined || match.index < (spans.at(-1)?.end ?? 0)) continue
    spans.push({ start: match.index, end, kind: 'account' })
  }
  return spans
}

/** The end of `length` letters and digits from `start`, single spaces and hyphens between them not counted. */
function ibanEnd(text: string, start: number, length: number): number | undefined {
  let taken = 0
  let digits = 0
  let at = start
  for (; taken < length; at++) {
    const character = text[at] ?? ''
    if (/^[A-Z\d]$/i.test(character)) {
      taken++
      if (character <= '9') digits++
    } else if (!/^[ -]$/.test(character) || !/^[A-Z\d]$/i.test(text[at + 1] ?? '')) return undefined
  }
  // Apart from the country at most six letters stand in an account; a sentence in capitals has more.
  return digits >= length - 8 && !/^[\p{L}\d]$/u.test(text[at] ?? '') ? at : undefined
}
