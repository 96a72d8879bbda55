import type { Status, Tally } from './tally.ts'

const number = new Intl.NumberFormat('en-GB')

/** `1 customer`, `2,518 customers`. */
function count(n: number, one: string, many: string): string {
  return `${number.format(n)} ${n === 1 ? one : many}`
}

/**
 * What stands behind a claim, in plain words without a final full stop. `spoke`: customers heard on the touchpoint that
 * the claim is about, null for a claim about none. `onMap`: customers with words on the map. Silence is not
 * disagreement, so nobody is ever counted as against a claim for not having spoken.
 */
export function sentence(tally: Tally, spoke: number | null, onMap: number, needed: number): string {
  const where = [
    ...(spoke === null ? [] : [`${spoke === 0 ? 'nobody' : number.format(spoke)} spoke about this touchpoint`]),
    onMap === 0 ? 'no customer is on the map' : `${number.format(onMap)} ${onMap === 1 ? 'is' : 'are'} on the map`,
  ]
  const apart = countedApart(tally)
  return `${sides(tally, needed)}; ${where.join(', ')}${apart ? `. Counted apart: ${apart}` : ''}`
}

function sides({ supports, contradicts, mixed }: Tally, needed: number): string {
  if (supports + contradicts + mixed === 0) {
    return `No customer has said this yet, ${needed === 1 ? '1 is' : `${number.format(needed)} are`} needed`
  }
  const parts = [
    supports === 0 ? 'No customer says this' : `${count(supports, 'customer says', 'customers say')} this`,
    ...(contradicts === 0 ? [] : [`${number.format(contradicts)} the opposite`]),
    ...(mixed === 0 ? [] : [`${number.format(mixed)} both`]),
  ]
  return parts.join(', ')
}

/** What fills no ring but was said: staff, words from memory, words of nobody known. */
function countedApart({ staffSupports, staffContradicts, recalled, unknown }: Tally): string {
  const parts = [
    ...(staffSupports ? [`${number.format(staffSupports)} of the staff for it`] : []),
    ...(staffContradicts ? [`${number.format(staffContradicts)} of the staff against it`] : []),
    ...(recalled ? [`${count(recalled, 'quote', 'quotes')} recalled by a colleague`] : []),
    ...(unknown ? [`${count(unknown, 'quote', 'quotes')} from unknown people`] : []),
  ]
  return parts.join(', ')
}

/** What the interface calls a status or a mark beside it, and one line of explanation. */
export type StatusWords = { label: string; explanation: string }

/** The words for a status, or for the marks `stale` and `overturned`, on a map that needs `needed` voices. */
export function statusWords(status: Status | 'stale' | 'overturned', needed: number): StatusWords {
  switch (status) {
    case 'assumption':
      return { label: 'our assumption', explanation: 'The team believes this. No customer has said it yet.' }
    case 'single':
      return { label: '1 customer', explanation: 'One customer said this. That is a hint, not yet a pattern.' }
    case 'heard':
      return {
        label: needed > 3 ? `2–${needed - 1} customers` : '2 customers',
        explanation: `Several customers said this, fewer than the ${needed} this map asks for.`,
      }
    case 'corroborated':
      return {
        label: `confirmed by ${needed} or more`,
        explanation: `${count(needed, 'customer or more', 'or more different customers')} said this.`,
      }
    case 'contested':
      return {
        label: 'customers disagree',
        explanation: 'Some say this and some the opposite, at least 2 and one in five on the smaller side.',
      }
    case 'stale':
      return { label: 'old', explanation: 'Everyone who said this said it longer ago than this map accepts.' }
    case 'overturned':
      return {
        label: 'we were wrong here',
        explanation: `${count(needed, 'customer or more says', 'or more customers say')} the opposite, at least twice as many as agree.`,
      }
  }
}
