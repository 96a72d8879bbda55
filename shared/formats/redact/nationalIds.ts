import type { Span } from './span.ts'

const EDGE = '(?<![\\p{L}\\d█])'
const END = '(?![\\p{L}\\d█])'
const DAY = '(?:0[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0[1-9]|1[0-2])'

/** Numbers that states give to people, where their form leaves no doubt. Others are found as long runs of digits. */
const FORMS: readonly RegExp[] = [
  // Spain: DNI and NIE.
  new RegExp(`${EDGE}(?:\\d{8}|[XYZ]-?\\d{7})-?[A-HJ-NP-TV-Z]${END}`, 'gu'),
  // Italy: codice fiscale.
  new RegExp(`${EDGE}[A-Z]{6}\\d\\d[A-EHLMPRST]\\d\\d[A-Z]\\d{3}[A-Z]${END}`, 'gu'),
  // Switzerland: AHV.
  new RegExp(`${EDGE}756\\.\\d{4}\\.\\d{4}\\.\\d\\d${END}`, 'gu'),
  // Sweden (year first), Denmark and Finland (day first): a birthday and what tells people of one day apart.
  new RegExp(`${EDGE}(?:(?:19|20)?\\d\\d${MONTH}${DAY}[-+]|${DAY}${MONTH}\\d\\d-)\\d{4}${END}`, 'gu'),
  new RegExp(`${EDGE}${DAY}${MONTH}\\d\\d[-+A-FU-Y]\\d{3}[\\dA-Y]${END}`, 'gu'),
]

export function findNationalIds(text: string): Span[] {
  const found = FORMS.flatMap(form => [...text.matchAll(form)])
  const spans = found.map(
    ({ index, 0: { length } }): Span => ({ start: index, end: index + length, kind: 'reference' }),
  )
  return spans
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span, at, all) => all.slice(Math.max(0, at - 4), at).every(({ end }) => end <= span.start))
}
