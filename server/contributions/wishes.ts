import { z } from 'zod'
import { KINDS } from '#shared/model/kinds.ts'
import { fieldSchema } from '#shared/model/schema.ts'

const { notes, quotes, votes } = KINDS

/** What a field of the map accepts, of the type that it has on a record. */
function like<T>(field: Parameters<typeof fieldSchema>[0] & { fallback: T }): z.ZodType<T> {
  return fieldSchema(field) as z.ZodType<T>
}

/** Words with something in them. */
function words(field: (typeof notes.fields)['text']): z.ZodType<string> {
  return like(field).refine(text => text.trim() !== '')
}

const notePlace = {
  stage: like(notes.fields.stage).optional(),
  lane: like(notes.fields.lane).optional(),
  x: like(notes.fields.x).optional(),
  y: like(notes.fields.y).optional(),
}

const quoteDetails = {
  touchpoint: like(quotes.fields.touchpoint).optional(),
  quoteKind: like(quotes.fields.kind).optional(),
  saidOn: like(quotes.fields.saidOn).optional(),
  channel: like(quotes.fields.channel).optional(),
}

/** What somebody contributes. `customer` is a record's id, `new` for one more customer, or null for unknown. */
export const WISHES = {
  note: z.strictObject({ kind: z.literal('note'), text: words(notes.fields.text), ...notePlace }),
  quote: z.strictObject({
    kind: z.literal('quote'),
    text: words(quotes.fields.text),
    customer: like(quotes.fields.customer).optional(),
    how: like(quotes.fields.how).optional(),
    ...quoteDetails,
  }),
  vote: z.strictObject({ kind: z.literal('vote'), opportunity: like(votes.fields.opportunity) }),
}

/** What the author of a contribution may change about it. */
export const CHANGES = {
  note: z.strictObject({ text: words(notes.fields.text).optional(), ...notePlace }),
  quote: z.strictObject(quoteDetails),
  vote: z.strictObject({ opportunity: like(votes.fields.opportunity) }),
}

export type ContributionKind = keyof typeof WISHES
export type NoteWish = z.infer<typeof WISHES.note>
export type QuoteWish = z.infer<typeof WISHES.quote>
export type VoteWish = z.infer<typeof WISHES.vote>
export type NoteChange = z.infer<typeof CHANGES.note>
export type QuoteChange = z.infer<typeof CHANGES.quote>
export type VoteChange = z.infer<typeof CHANGES.vote>

export const CONTRIBUTION_KINDS = Object.keys(WISHES) as ContributionKind[]

/** What each kind takes, for people who sent something else. */
export const TAKES: Record<ContributionKind, string> = {
  note: 'A note takes a text and, if you like, stage and lane, x and y.',
  quote: 'A quote takes a text and, if you like, touchpoint, customer, how, quoteKind, saidOn (a day) and channel.',
  vote: 'A vote takes the id of an opportunity.',
}
export const CHANGES_TAKE: Record<ContributionKind, string> = {
  note: 'Of a note you can change text, stage, lane, x and y.',
  quote: 'Of a quote you can change touchpoint, quoteKind, saidOn (a day) and channel.',
  vote: 'Of a vote you can change the opportunity.',
}
