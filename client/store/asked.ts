import type { Question, WHY_HIRED } from '#shared/model/ids.ts'

/** What customers’ quotes answer: one of the nine questions, or why they hire us. */
export type Asked = Question | typeof WHY_HIRED
