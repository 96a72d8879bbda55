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

/** `4 of 5 customers needed say this, 1 the opposite`; with as many as are needed `6 customers say this`. */
export function supportCount({ supports, contradicts }: Tally, needed: number): string {
  const against = contradicts > 0 ? `, ${number(contradicts)} the opposite` : ''
  const many = supports < needed ? `${number(supports)} of ${number(needed)} customers needed say` : enough(supports)
  return `${many} this${against}`
}

function enough(supports: number): string {
  return supports === 1 ? '1 customer says' : `${number(supports)} customers say`
}

function number(count: number): string {
  return count.toLocaleString('en-GB')
}
