import type { Tally } from '#shared/model/evidence/EvidenceIndex.ts'
import { MATTER, NINE_QUESTIONS } from '#shared/model/questions.ts'

/** The question that stands above all others. */
export const MATTER_WORDS = NINE_QUESTIONS.find(({ id }) => id === MATTER)?.words ?? ''

/** `3 yes, 1 no`; with fewer than the map needs `nobody asked yet` or `2 yes, 0 no of 5 needed`. */
export function matterCount({ supports, contradicts, mixed }: Tally, needed: number): string {
  const all = supports + contradicts + mixed
  if (all === 0) return 'nobody asked yet'
  const said = [`${number(supports)} yes`, `${number(contradicts)} no`, ...(mixed > 0 ? [`${number(mixed)} both`] : [])]
  return `${said.join(', ')}${all < needed ? ` of ${number(needed)} needed` : ''}`
}

/** `4 of 5 customers say this, 1 the opposite`. */
export function supportCount({ supports, contradicts }: Tally, needed: number): string {
  const against = contradicts > 0 ? `, ${number(contradicts)} the opposite` : ''
  return `${number(supports)} of ${number(needed)} customers needed say this${against}`
}

function number(count: number): string {
  return count.toLocaleString('en-GB')
}
