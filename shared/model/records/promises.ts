import { flag, list, oneOf, optionalDay, optionalReference, optionalWhole, reference, text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { DETAILS } from '../limits.ts'

/**
 * The standards that a touchpoint holds itself to: an agreement on what success is and what can't be done, regular
 * check-ins, and at the end the question of how many would return or refer us.
 */
export const STANDARDS = ['agreement', 'check-ins', 'return'] as const
export type Standard = (typeof STANDARDS)[number]

/** To whom a promise is given: those who buy, or the staff who serve them. */
export const PROMISE_SIDES = ['customer', 'staff'] as const
export type PromiseSide = (typeof PROMISE_SIDES)[number]

/** Days: ten years, beyond which nobody checks in. */
const LONGEST_RHYTHM = 3_650
/** People asked at the end; more than any survey. */
const MOST_ASKED = 1_000_000_000

/**
 * One standard that a touchpoint promises to one side. `text` says what success is or what is promised, `limits` what
 * can't be done. `everyDays` is the rhythm of its checks, null for none. Each check says what was heard and done; those
 * at the end say of how many `asked` how many `would` return or refer.
 */
export const promises = defineKind({
  name: 'promises',
  storage: 'fields',
  sparse: true,
  fields: {
    touchpoint: reference('touchpoints'),
    side: oneOf(PROMISE_SIDES, 'customer'),
    standard: oneOf(STANDARDS, 'agreement'),
    text: text(DETAILS, { typed: true }),
    limits: text(DETAILS, { typed: true }),
    team: optionalReference('teams'),
    madeOn: optionalDay(),
    everyDays: optionalWhole(1, LONGEST_RHYTHM),
    checks: list({
      on: optionalDay(),
      kept: flag(true),
      heard: text(DETAILS),
      done: text(DETAILS),
      asked: optionalWhole(0, MOST_ASKED),
      would: optionalWhole(0, MOST_ASKED),
    }),
  },
  title: record => named(record.text, 'Unwritten promise'),
})
