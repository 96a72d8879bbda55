import { PAIN_STATUSES, type PainStatus } from '#shared/model/records/painPoints.ts'

export { PAIN_STATUSES }

/** The path of a pain point, as people say it. */
export const STATUS_WORDS: Record<PainStatus, string> = {
  open: 'Open',
  owned: 'Owned',
  apologised: 'Apologised',
  mended: 'Mended',
  'moved-on': 'Moved on',
}

/** What each place on the path means. */
export const STATUS_MEANS: Record<PainStatus, string> = {
  open: 'We know that it hurts.',
  owned: 'A team of ours has said: this is ours.',
  apologised: 'We have said sorry.',
  mended: 'It is put right.',
  'moved-on': 'It is behind us, and we have learned from it.',
}

/** What the words of a step answer. */
export const STEP_ASKS: Record<PainStatus, string> = {
  open: 'Why is it open again?',
  owned: 'Who said that it is theirs?',
  apologised: 'What did we say, and to whom?',
  mended: 'What did we put right?',
  'moved-on': 'What do we leave behind?',
}
