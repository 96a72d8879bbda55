import type { TouchpointFace } from '#shared/drawing/touchpoint.ts'

/** What a screen reader says of a card: its title, and what its drawing shows. */
export function cardName({ title, channel, heard, claim, pains, promise, momentOfTruth }: TouchpointFace): string {
  const parts = [
    title,
    channel,
    momentOfTruth ? 'moment of truth' : '',
    heard > 0 ? `heard from ${heard} ${heard === 1 ? 'customer' : 'customers'}` : 'not heard yet',
    claim ? `our assumption: ${claim.supports} of ${claim.needed} customers agree` : '',
    claim && claim.contradicts > 0 ? `${claim.contradicts} say the opposite` : '',
    pains.length > 0 ? `${pains.length === 1 ? 'pain' : 'pains'} of severity ${pains.join(', ')}` : '',
    promise === null ? '' : promise === 'broken' ? 'a promise is broken' : `a promise is ${promise}`,
  ]
  return parts.filter(Boolean).join(', ')
}
