import type { Check, PromiseState, PromiseStatus } from '#shared/model/evidence/promiseState.ts'
import type { PromiseSide, Standard } from '#shared/model/records/promises.ts'
import { countWords } from '../countWords.ts'
import { dayWords } from '../quotes/quoteWords.ts'

/** The three standards, as people say them, and what each is for. */
export const STANDARD_WORDS: Record<Standard, { name: string; means: string }> = {
  agreement: { name: 'Agreement', means: 'What success is, and what can’t be done.' },
  'check-ins': { name: 'Check-ins', means: 'Where problems are caught early.' },
  return: { name: 'At the end', means: 'How many would return or refer us.' },
}

export const SIDE_WORDS: Record<PromiseSide, string> = { customer: 'Customers', staff: 'Staff' }

/** What stands in an unwritten promise. */
export const ASKS: Record<Standard, Record<PromiseSide, string>> = {
  agreement: {
    customer: 'What is success for them?',
    staff: 'What do we do for customers that you want leaders to do for you?',
  },
  'check-ins': { customer: 'How do we check in with them?', staff: 'How do leaders check in with them?' },
  return: { customer: 'Whom do we ask at the end, and what?', staff: 'Whom do we ask whether they would stay?' },
}

/** What a check is called. */
export const CHECK_WORDS: Record<Standard, string> = {
  agreement: 'review',
  'check-ins': 'check-in',
  return: 'answer',
}

export const STATUS_NAMES: Record<PromiseStatus, string> = {
  open: 'Not begun',
  kept: 'Kept',
  due: 'Due',
  overdue: 'Overdue',
  broken: 'Broken',
}

/** How a promise stands, in a few words: `Due today`, `3 days overdue`, `Next 5 Jul 2026`. */
export function standingWords({ status, dueOn, days, failed }: PromiseState): string {
  const by = days ?? 0
  switch (status) {
    case 'open':
      return 'No day yet'
    case 'kept':
      return dueOn === null ? 'Kept' : `Next ${dayWords(dueOn)}`
    case 'due':
      return by === 0 ? 'Due today' : `Due in ${countWords(by, 'day')}`
    case 'overdue':
      return `${countWords(-by, 'day')} overdue`
    case 'broken':
      return failed ? 'Not kept' : `Broken, ${countWords(-by, 'day')} overdue`
  }
}

/** Rhythms that people mean; days. */
export const RHYTHMS: readonly { days: number; words: string }[] = [
  { days: 1, words: 'Every day' },
  { days: 7, words: 'Every week' },
  { days: 14, words: 'Every 2 weeks' },
  { days: 30, words: 'Every month' },
  { days: 91, words: 'Every 3 months' },
  { days: 182, words: 'Every 6 months' },
  { days: 365, words: 'Every year' },
]

export function rhythmWords(days: number): string {
  return RHYTHMS.find(rhythm => rhythm.days === days)?.words ?? `Every ${countWords(days, 'day')}`
}

/** `12 of 20 would return or refer`; null where nobody was asked. */
export function answerWords({ asked, would }: Pick<Check, 'asked' | 'would'>): string | null {
  if (!asked) return null
  const most = Math.min(would ?? 0, asked)
  return `${most.toLocaleString('en-GB')} of ${asked.toLocaleString('en-GB')}`
}
